// The rows of the step grid and what can be done to them: typing in the last, empty row makes a step; moving shows at once.
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { asTypedName } from '../../../shared/domain/as-typed.ts';
import type { Command } from '../../../shared/domain/commands.ts';
import type { ParticipantId } from '../../../shared/domain/people/model.ts';
import { isEmptyPart } from '../../../shared/domain/plan/empty-part.ts';
import type { ActionStep, PlanId, StepId } from '../../../shared/domain/plan/model.ts';
import { useHost } from '../../state/host-context.tsx';
import { useSave, useSaveTyped } from '../../state/use-setter.ts';
import type { SaveAnswer, Typed } from '../../ui/autosave.ts';
import { useWords } from '../../ui/language.ts';
import { pastedWords, usePartCommands } from './part-commands.ts';
import type { PastedStep } from './pasted-steps.ts';

export interface StepRow {
  readonly id: StepId;
  /** Null for the empty row at the end, and for a step whose creation is on its way. */
  readonly step: ActionStep | null;
}

export type StepColumn = 'text' | 'responsibleIds' | 'dueDate';

/** The columns that are read from typed words. */
export type TypedColumn = Exclude<StepColumn, 'text'>;

/** The same object for the life of the grid, so that rows need not render again. */
export interface StepActions {
  readonly save: <Column extends StepColumn>(
    id: StepId,
    column: Column,
    next: ActionStep[Column],
    was: ActionStep[Column],
  ) => Promise<SaveAnswer<ActionStep[Column]>>;
  /** The same with words that were not understood. */
  readonly saveTyped: <Column extends TypedColumn>(
    id: StepId,
    column: Column,
    next: Typed<ActionStep[Column]>,
    was: Typed<ActionStep[Column]>,
  ) => Promise<SaveAnswer<Typed<ActionStep[Column]>>>;
  /** Puts pasted steps below a row, or in its place when it is still empty. */
  readonly paste: (id: StepId, steps: readonly PastedStep<ParticipantId>[]) => void;
  readonly insertBelow: (id: StepId) => void;
  readonly move: (id: StepId, by: -1 | 1) => void;
  readonly moveTo: (id: StepId, overId: StepId) => void;
  readonly remove: (id: StepId) => void;
}

export interface StepRows {
  readonly rows: readonly StepRow[];
  /** Id that the step typed in the last row will have. */
  readonly emptyId: StepId;
  readonly actions: StepActions;
  /** What went wrong with the last action, in words. */
  readonly problem: string | null;
}

interface StepRowsInput {
  readonly planId: PlanId;
  readonly steps: readonly ActionStep[];
  /** Puts the cursor into a cell as soon as it is there; null = the empty row. */
  readonly focus: (id: StepId | null, column: StepColumn) => void;
}

export function useStepRows({ planId, steps, focus }: StepRowsInput): StepRows {
  const { newId } = useHost();
  const t = useWords();
  const saveField = useSave();
  const saveTyped = useSaveTyped();
  const { run, runUndoable, problem } = usePartCommands();
  const nextId = () => newId() as StepId;
  const [emptyId, setEmptyId] = useState(nextId);
  const [begun, setBegun] = useState<readonly StepId[]>([]);
  const [order, setOrder] = useState<readonly StepId[] | null>(null);
  const created = useRef(new Set<StepId>());
  const moves = useRef(0);

  const rows = useMemo(() => {
    const byId = new Map(steps.map((step) => [step.id, step]));
    const known = order === null ? steps : order.flatMap((id) => byId.get(id) ?? []);
    return [...known.map((step): StepRow => ({ id: step.id, step })), ...begun.map((id): StepRow => ({ id, step: null }))];
  }, [steps, order, begun]);

  // A step that has arrived is no longer on its way: removed later, it must not come back as an empty row.
  const onTheirWay = begun.filter((id) => !steps.some((step) => step.id === id));
  if (onTheirWay.length < begun.length) setBegun(onTheirWay);

  const lastId = () => rows.at(-1)?.id ?? null;

  const show = async (id: StepId, next: readonly StepId[]) => {
    const turn = (moves.current += 1);
    const place = next.indexOf(id);
    setOrder(next);
    await run({ name: 'stepMove', id, afterId: next[place - 1] ?? null });
    if (moves.current === turn) setOrder(null);
  };
  const moveBetween = (id: StepId, to: number) => {
    const ids = rows.filter((row) => row.step !== null).map((row) => row.id);
    if (!ids.includes(id) || to < 0 || to >= ids.length) return false;
    const others = ids.filter((other) => other !== id);
    void show(id, others.toSpliced(to, 0, id));
    return true;
  };

  const isThere = (id: StepId) => created.current.has(id) || steps.some((step) => step.id === id);
  /** What is typed first in the empty row makes it a step. */
  const begin = (id: StepId) => {
    created.current.add(id);
    setBegun((ids) => [...ids, id]);
    setEmptyId(nextId());
    return lastId();
  };
  const latest: StepActions = {
    save: (id, column, next, was) => {
      if (isThere(id)) return saveField({ name: 'stepSet', id, field: column, value: next, was });
      return saveField({ name: 'stepsAdd', planId, afterId: begin(id), steps: [{ id, text: '', [column]: next }] });
    },
    saveTyped: (id, column, next, was) => {
      if (isThere(id)) {
        const set: Command = {
          name: 'stepSet',
          id,
          field: column,
          value: next.value,
          was: was.value,
          asTyped: next.asTyped,
          wasTyped: was.asTyped,
        };
        return saveTyped<typeof next.value>(() => set)(next, was);
      }
      const step = { id, text: '', [column]: next.value, [asTypedName(column)]: next.asTyped };
      return saveField({ name: 'stepsAdd', planId, afterId: begin(id), steps: [step] });
    },
    paste: (id, pasted) => {
      const row = rows.find((other) => other.id === id);
      const there = row?.step ?? null;
      const isBlank = there !== null && isEmptyPart(there);
      const ids = pasted.map(nextId);
      const fresh = pasted.map((step, index) => ({
        id: ids[index] as StepId,
        text: step.text,
        responsibleIds: [...step.responsibleIds],
        dueDate: step.dueDate,
        responsibleIdsAsTyped: step.responsibleAsTyped,
        dueDateAsTyped: step.dueAsTyped,
      }));
      const add: Command = {
        name: 'stepsAdd',
        planId,
        afterId: row ? row.id : lastId(),
        ...(isBlank ? { insteadOfId: id } : {}),
        steps: fresh,
      };
      const place = row ? rows.indexOf(row) + (isBlank ? 0 : 1) : rows.length;
      const cells = pasted.flatMap(({ responsibleAsTyped, dueAsTyped }, index) =>
        [
          { column: t('plans:steps.responsible'), text: responsibleAsTyped },
          { column: t('plans:steps.due'), text: dueAsTyped },
        ]
          .filter(({ text }) => text !== '')
          .map((cell) => t('plans:steps.unreadCell', { number: place + index + 1, ...cell })),
      );
      void runUndoable(add, pastedWords(t, t('plans:steps.pasted', { count: pasted.length }), cells)).then((isDone) => {
        if (isDone) focus(ids.at(-1) ?? null, 'text');
      });
    },
    insertBelow: (id) => {
      if (!rows.some((row) => row.id === id)) return;
      const fresh = nextId();
      focus(fresh, 'text');
      void run({ name: 'stepsAdd', planId, afterId: id, steps: [{ id: fresh, text: '' }] });
    },
    move: (id, by) => {
      const place = rows.findIndex((row) => row.id === id);
      moveBetween(id, place + by);
    },
    moveTo: (id, overId) => {
      moveBetween(
        id,
        rows.findIndex((row) => row.id === overId),
      );
    },
    remove: (id) => {
      const place = rows.findIndex((row) => row.id === id);
      if (place === -1) return;
      focus(rows[place + 1]?.id ?? rows[place - 1]?.id ?? null, 'text');
      void runUndoable({ name: 'stepRemove', id }, t('plans:steps.removed'));
    },
  };
  const current = useRef(latest);
  useLayoutEffect(() => {
    current.current = latest;
  });
  const actions = useMemo((): StepActions => {
    return {
      save: (...input) => current.current.save(...input),
      saveTyped: (...input) => current.current.saveTyped(...input),
      paste: (...input) => current.current.paste(...input),
      insertBelow: (id) => current.current.insertBelow(id),
      move: (id, by) => current.current.move(id, by),
      moveTo: (id, overId) => current.current.moveTo(id, overId),
      remove: (id) => current.current.remove(id),
    };
  }, []);
  return { rows, emptyId, actions, problem };
}
