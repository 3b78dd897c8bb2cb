// Marks every field below that holds two values: both stand under the field, and one is chosen there.
import { IconAlertTriangle } from '@tabler/icons-react';
import {
  createContext,
  use,
  useCallback,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import type { ConflictWriters } from '../../../shared/document/conflict-writers.ts';
import { asTypedName } from '../../../shared/domain/as-typed.ts';
import { conflictId } from '../../../shared/domain/conflicts/rules.ts';
import { setterCollections } from '../../state/use-setter.ts';
import { useCollection, useIsReadOnly, useView } from '../../state/workshop-context.tsx';
import { useWords } from '../../ui/language.ts';
import { OpenValuesContext, type OpenValuesOf } from '../../ui/open-values.tsx';
import { ConflictValues, useConflictName } from './conflict-values.tsx';
import classes from './conflicts.module.css';
import { openConflicts, type DescribedConflict } from './described-conflict.ts';
import { useConflictWriters } from './use-conflict-writers.ts';

interface OpenConflicts {
  readonly byId: ReadonlyMap<string, DescribedConflict>;
  readonly writers: Readonly<Record<string, ConflictWriters>>;
}

const OpenConflictsContext = createContext<OpenConflicts | null>(null);

export function ConflictMarks({ children }: { readonly children: ReactNode }): ReactNode {
  const hasAny = useCollection('conflicts').length > 0;
  const isReadOnly = useIsReadOnly();
  const isMarking = hasAny && !isReadOnly;
  const [open, setOpen] = useState<OpenConflicts | null>(null);
  const ids = useMemo(() => new Set(isMarking ? open?.byId.keys() : []), [isMarking, open]);
  // The same function as long as the same fields are marked: fields are not drawn again for what is typed in one of them.
  const idsText = [...ids].join('\n');
  const of = useCallback<OpenValuesOf>(
    (target) => {
      const id = conflictAt(target, new Set(idsText.split('\n')));
      return id === null ? null : <ConflictMark key={id} id={id} />;
    },
    [idsText],
  );
  return (
    <OpenConflictsContext value={open}>
      {isMarking && <Watch onChange={setOpen} />}
      <OpenValuesContext value={idsText === '' ? null : of}>{children}</OpenValuesContext>
    </OpenConflictsContext>
  );
}

/** On its own, because it looks at everything: what is drawn again with every change is nothing. */
function Watch({ onChange }: { readonly onChange: (open: OpenConflicts | null) => void }): null {
  const view = useDeferredValue(useView());
  const conflicts = useMemo(() => openConflicts(view), [view]);
  const writers = useConflictWriters(conflicts);
  useEffect(() => {
    onChange({ byId: new Map(conflicts.map((conflict) => [conflict.id, conflict])), writers });
  }, [conflicts, writers, onChange]);
  useEffect(() => () => onChange(null), [onChange]);
  return null;
}

/** Where a removal against a change is marked: at the field that names the record. */
const firstFields: Readonly<Record<string, string>> = {
  plans: 'topic',
  steps: 'text',
  indicators: 'name',
  homeIntroductions: 'who',
  participants: 'fullName',
  teams: 'name',
  topicGroups: 'name',
  organisations: 'name',
  sessions: 'title',
  topics: 'text',
  parkingItems: 'text',
  days: 'label',
};

/** @returns the conflict that a field is marked with, or null */
function conflictAt(target: string, ids: ReadonlySet<string>): string | null {
  const [name = '', ...rest] = target.split(' ');
  const field = rest.at(-1) ?? '';
  const recordId = rest.slice(0, -1).join(' ');
  const collection = Object.hasOwn(setterCollections, name) ? setterCollections[name as keyof typeof setterCollections] : name;
  const own = conflictId(collection, recordId, field);
  if (ids.has(own)) return own;
  // Words that were not understood stand in the same cell.
  const typed = conflictId(collection, recordId, asTypedName(field));
  if (ids.has(typed)) return typed;
  const removal = conflictId(collection, recordId, null);
  return firstFields[collection] === field && ids.has(removal) ? removal : null;
}

function ConflictMark({ id }: { readonly id: string }): ReactNode {
  const open = use(OpenConflictsContext);
  const conflict = open?.byId.get(id);
  return conflict ? <Mark conflict={conflict} writers={open?.writers[id]} /> : null;
}

function Mark({ conflict, writers }: { readonly conflict: DescribedConflict; readonly writers: ConflictWriters | undefined }): ReactNode {
  const t = useWords();
  const about = useConflictName(conflict);
  const element = useRef<HTMLFieldSetElement>(null);
  const field = useRef<HTMLElement>(undefined);
  // The mark goes with the decision: whoever uses the keyboard goes on in the field.
  useLayoutEffect(() => {
    field.current = controlBeside(element.current);
  });
  return (
    <fieldset ref={element} className={classes.mark} aria-label={about} data-conflict={conflict.id}>
      <p className={classes.markHead}>
        <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
        <span>{t('conflicts:atField')}</span>
      </p>
      <ConflictValues conflict={conflict} writers={writers} onSettled={() => field.current?.focus()} />
    </fieldset>
  );
}

/** The nearest thing to type into or to choose from that is no part of the mark. */
function controlBeside(mark: HTMLElement | null): HTMLElement | undefined {
  const controls = 'input, textarea, select, button';
  for (let around = mark?.parentElement; around; around = around.parentElement) {
    const control = [...around.querySelectorAll<HTMLElement>(controls)].find((one) => mark?.contains(one) !== true);
    if (control) return control;
  }
  return undefined;
}
