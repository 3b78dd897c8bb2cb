// The checkpoints of all plans, kind by kind: the room usually agrees on one date for everybody.
import type { Checkpoint, CheckpointKind } from '../../../shared/domain/follow-up/model.ts';
import type { View } from '../../../shared/domain/collections.ts';
import type { ActionPlan } from '../../../shared/domain/plan/model.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { checkpointDate, checkpointId } from '../../../shared/domain/follow-up/rules.ts';
import { checkpointKinds } from '../../../shared/domain/follow-up/values.ts';

export interface CheckpointRow {
  readonly kind: CheckpointKind;
  readonly checkpoints: readonly Checkpoint[];
  /** The dates that plans have for it, earliest first, each once. */
  readonly dates: readonly CalendarDate[];
  /** The date that counting from the workshop's last day gives. */
  readonly usual: CalendarDate | undefined;
  readonly missing: readonly ActionPlan['id'][];
}

export function checkpointRows(view: View): readonly CheckpointRow[] {
  const plans = [...view.all('plans')].map(({ id }) => id);
  return checkpointKinds.map((kind) => {
    const checkpoints = plans.flatMap((id) => view.get('checkpoints', checkpointId(id, kind)) ?? []);
    return {
      kind,
      checkpoints,
      dates: [...new Set(checkpoints.map(({ dueDate }) => dueDate))].toSorted(),
      usual: checkpointDate(view, kind),
      missing: plans.filter((id) => view.get('checkpoints', checkpointId(id, kind)) === undefined),
    };
  });
}
