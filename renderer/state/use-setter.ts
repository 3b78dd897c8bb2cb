// Ties the fields of a record to its "set one field" command: value, save, and what a refusal means in words.
import { useCallback, useMemo } from 'react';
import { useWords } from '../ui/language.ts';
import { fieldKey } from '../../shared/contract/field-key.ts';
import type { CollectionName, Collections } from '../../shared/domain/collections.ts';
import type { Command } from '../../shared/domain/commands.ts';
import { asTypedIn, readFields } from '../../shared/domain/as-typed.ts';
import type { Binding, PlainBinding, SaveAnswer, Typed } from '../ui/autosave.ts';
import { failureMessage } from './failure-message.ts';
import { useExecute } from './workshop-context.tsx';

/** The commands that set one field, and the collection whose records they set. */
export const setterCollections = {
  workshopSet: 'workshop',
  participantSet: 'participants',
  organisationSet: 'organisations',
  teamSet: 'teams',
  topicGroupSet: 'topicGroups',
  sessionSet: 'sessions',
  daySet: 'days',
  topicSet: 'topics',
  planSet: 'plans',
  stepSet: 'steps',
  indicatorSet: 'indicators',
  homeIntroductionSet: 'homeIntroductions',
  parkingSet: 'parkingItems',
  checkpointSet: 'checkpoints',
} as const satisfies Readonly<Record<string, CollectionName>>;

type SetterCollections = typeof setterCollections;
export type SetterName = keyof SetterCollections;
type FieldOf<Name extends SetterName> = Extract<Command, { readonly name: Name }>['field'];
type RecordOf<Name extends SetterName> = Collections[SetterCollections[Name] & CollectionName];

/** Makes the binding of one field: `{...bind('title')}` on a field or cell of the kit. */
export type Bind<Name extends SetterName> = <Field extends FieldOf<Name> & keyof RecordOf<Name>>(
  field: Field,
) => Binding<RecordOf<Name>[Field]>;

/** What a field saves, as its binding names it: by its command, or by its collection where no command sets one field. */
export function targetOf(name: SetterName | CollectionName, id: string, field: string): string {
  return fieldKey(name, id, field);
}

/** Sends a command on behalf of a field: the failure becomes what the field shows. */
export function useSave(): <T>(command: Command) => Promise<SaveAnswer<T>> {
  const execute = useExecute();
  const t = useWords();
  return useCallback(
    async <T>(command: Command): Promise<SaveAnswer<T>> => {
      const answer = await execute(command);
      if (answer.ok) return { kind: 'saved' };
      if (answer.failure.code === 'field-changed') return { kind: 'changed', current: answer.failure.current as T };
      return { kind: 'refused', message: failureMessage(t, answer.failure) };
    },
    [execute, t],
  );
}

/** Sends a value together with the words that stand beside it. What somebody else set meanwhile comes back as it stands now. */
export function useSaveTyped(): <T>(command: (next: Typed<T>, was: Typed<T>) => Command) => PlainBinding<Typed<T>>['onSave'] {
  const execute = useExecute();
  const t = useWords();
  return useCallback(
    <T>(command: (next: Typed<T>, was: Typed<T>) => Command) =>
      async (next: Typed<T>, was: Typed<T>): Promise<SaveAnswer<Typed<T>>> => {
        const sent = command(next, was);
        const answer = await execute(sent);
        if (answer.ok) return { kind: 'saved' };
        const { failure } = answer;
        if (failure.code !== 'field-changed') return { kind: 'refused', message: failureMessage(t, failure) };
        const isValue = 'field' in sent && sent.field === failure.field;
        const current = isValue
          ? { value: failure.current as T, asTyped: '' }
          : { ...was, asTyped: typeof failure.current === 'string' ? failure.current : '' };
        return { kind: 'changed', current };
      },
    [execute, t],
  );
}

/**
 * @param name the command that sets one field of such records
 * @returns a function that binds a field; what the field showed before travels as `was`
 */
export function useSetter<Name extends SetterName>(name: Name, record: RecordOf<Name>): Bind<Name> {
  const save = useSave();
  const saveTyped = useSaveTyped();
  return useMemo(() => {
    const read: readonly string[] = (readFields as Partial<Record<CollectionName, readonly string[]>>)[setterCollections[name]] ?? [];
    const typed = (field: string, value: unknown): PlainBinding<Typed<unknown>> => ({
      value: { value, asTyped: asTypedIn(record, field) },
      onSave: saveTyped<unknown>(
        (next, was) =>
          ({
            name,
            id: record.id,
            field,
            value: next.value,
            was: was.value,
            asTyped: next.asTyped,
            wasTyped: was.asTyped,
          }) as Command,
      ),
      target: targetOf(name, record.id, field),
    });
    // Made once per record, so that only fields of a changed record are drawn again.
    const bindings = Object.fromEntries(
      Object.entries(record).map(([field, value]): [string, Binding<unknown>] => [
        field,
        {
          value,
          onSave: (next, was) => save({ name, id: record.id, field, value: next, was } as Command),
          target: targetOf(name, record.id, field),
          ...(read.includes(field) ? { typed: typed(field, value) } : {}),
        },
      ]),
    );
    return (field) => bindings[field] as never;
  }, [name, record, save, saveTyped]);
}
