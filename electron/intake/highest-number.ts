// The highest number of a commit that a document names anywhere. The next commit is numbered one higher: a stranger must not use the numbers up.
import type { WorkshopDocument } from '../../shared/document/envelope.ts';
import { stampsIn, type RecordStamp } from '../../shared/document/stamps.ts';
import type { Conflict, ConflictOption, Removal } from '../../shared/domain/conflicts/model.ts';
import type { Knowledge } from '../../shared/kernel/stamp.ts';

/** The revision counts too: it goes up by one with every commit. */
export function highestNumber({ envelope, records, stamps }: WorkshopDocument): number {
  let highest = envelope.revision;
  const note = (number: number) => void (highest = Math.max(highest, number));
  const noteKnowledge = (knows: Knowledge = {}) => Object.values(knows).forEach(note);
  const noteStamps = ({ at, fields = {}, knows, knowsOfFields, knowsOf = {} }: RecordStamp) => {
    for (const stamped of [at, ...Object.values(fields)]) for (const [number] of stampsIn(stamped)) note(number);
    for (const known of [knows, knowsOfFields, ...Object.values(knowsOf)]) noteKnowledge(known);
  };
  const noteOptions = (options: readonly ConflictOption[]) => {
    for (const option of options) for (const [number] of option.stamps) note(number);
  };
  const noteRemovals = (removals: readonly Removal[]) => {
    for (const { at, knew } of removals) {
      note(at[0]);
      noteKnowledge(knew);
    }
  };
  noteKnowledge(envelope.knows);
  for (const stamped of Object.values(stamps.records).flatMap((map) => [...map.values()])) noteStamps(stamped);
  for (const tombstone of Object.values(stamps.tombstones).flatMap((map) => [...map.values()])) {
    noteRemovals(tombstone.removals);
    if (tombstone.stamps) noteStamps(tombstone.stamps);
    Object.values(tombstone.others ?? {}).forEach(noteOptions);
  }
  for (const conflict of records.conflicts.values() as unknown as Iterable<Conflict>) {
    noteOptions(conflict.options);
    noteRemovals(conflict.removals);
  }
  return highest;
}
