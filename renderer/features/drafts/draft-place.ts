// What a draft is about, in words, and where its field or its form is.
import { useCallback } from 'react';
import type { Draft } from '../../../shared/contract/drafts.ts';
import { typedTextsIn, typedTextsOf } from '../../../shared/contract/typed-texts.ts';
import { recordName } from '../../../shared/document/record-name.ts';
import { fieldSetBy } from '../../../shared/contract/field-key.ts';
import { collectionNames } from '../../../shared/domain/collection-names.ts';
import type { Command } from '../../../shared/domain/commands.ts';
import { useAddress } from '../../app/use-address.ts';
import { useRecordAddress, type RecordField } from '../../app/use-record-address.ts';
import { setterCollections } from '../../state/use-setter.ts';
import { useSession } from '../../state/workshop-context.tsx';
import { useWords } from '../../ui/language.ts';
import { fieldKind } from '../changes/field-kinds.ts';
import { useStepWords } from '../changes/use-step-label.ts';

export interface DraftPlace {
  /** "Due date, step 3 of “Fill critical posts”", or the name of the form. */
  readonly what: string;
  /** What was typed. */
  readonly text: string;
  /** Null where there is no such place any more. */
  readonly address: string | null;
}

const forms = ['parking', 'person', 'session', 'topic', 'team', 'topic-group', 'replace', 'withdraw', 'paste-people'] as const;

/** The first word of a form's key names it; the second is the record that it is about. */
function formOf(key: string): { readonly form: (typeof forms)[number] | null; readonly id: string } {
  const [name, id = ''] = key.split(' ');
  return { form: forms.find((form) => form === name) ?? null, id };
}

/** @returns the field of a record that a command sets; null for a command that does something else */
export function fieldOf(command: Command): RecordField | null {
  const set = fieldSetBy(command);
  if (set === null) return null;
  const { of, id, field } = set;
  const collection = Object.entries(setterCollections).find(([name]) => name === of)?.[1] ?? collectionNames.find((name) => name === of);
  return collection === undefined ? null : { collection, id, field };
}

/** @returns what a draft of the open workshop is about */
export function useDraftPlace(): (draft: Draft) => DraftPlace {
  const t = useWords();
  const { store } = useSession();
  const stepWords = useStepWords();
  const recordAddress = useRecordAddress();
  const address = useAddress();
  return useCallback(
    (draft) => {
      const { view } = store;
      if (draft.kind === 'typed') {
        const { form, id } = formOf(draft.key);
        const text = typedTextsIn(draft.value).join('\n');
        if (form === null) return { what: t('kept.form'), text, address: null };
        const places: Readonly<Record<(typeof forms)[number], () => string | null>> = {
          parking: () => address('run'),
          person: () => address('people'),
          'paste-people': () => address('people'),
          session: () => recordAddress(view, { collection: 'days', id, field: null }),
          topic: () => address('run', { query: { team: id } }),
          team: () => address('teams'),
          'topic-group': () => address('teams'),
          replace: () => recordAddress(view, { collection: 'participants', id, field: null }),
          withdraw: () => recordAddress(view, { collection: 'plans', id, field: null }),
        };
        return { what: t(`kept.forms.${form}`), text: textOfForm(draft.value, form), address: places[form]() };
      }
      const { command } = draft;
      const place = fieldOf(command);
      if (place === null) return { what: t(`commands:name.${command.name}`), text: typedTextsOf(command).join('\n'), address: null };
      const { collection, id, field } = place;
      const record = { collection, id, name: recordName(view, view, collection, id).name, field };
      const kind = field === null ? null : fieldKind(collection, field);
      const names = typeof kind === 'object' && kind !== null ? namesOf(command, (one) => recordName(view, view, kind.to, one).name) : null;
      return {
        what: stepWords({ stepId: '', name: command.name, changes: 1, record }),
        text: names ?? typedTextsOf(command).join('\n'),
        address: recordAddress(view, place),
      };
    },
    [address, recordAddress, stepWords, store, t],
  );
}

/** Whose place somebody takes is an id. */
function textOfForm(value: Readonly<Record<string, unknown>>, form: (typeof forms)[number]): string {
  const { replaces: _id, ...texts } = value;
  return typedTextsIn(form === 'person' ? texts : value).join('\n');
}

/** Ids that a field holds, by name, and the words beside them. */
function namesOf(command: Command, nameOf: (id: string) => string): string {
  const { value = [], asTyped = '' } = fieldSetBy(command) ?? {};
  const ids: readonly unknown[] = Array.isArray(value) ? value : [value];
  const names = ids.filter((id) => typeof id === 'string').map(nameOf);
  return [...names, asTyped].filter((words) => words !== '').join('; ');
}
