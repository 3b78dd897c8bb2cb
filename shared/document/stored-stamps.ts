// Looks at stamps and tombstones that come from a disk. By hand and not by schema: a large workshop has tens of thousands of them, and a bad
// one is left out, since the record itself can be used without it.
import type { ConflictOption, Removal } from '../domain/conflicts/model.ts';
import { isId } from '../kernel/schema.ts';
import type { Knowledge, Stamp } from '../kernel/stamp.ts';
import type { RecordStamp, Stamped, Tombstone } from './stamps.ts';

/** The replica of what nobody stamped: records that were added by hand. */
const nobody = 'unknown';

/** The stamp of a record that was added by hand. It is known of this record only, so that no other copy takes it for removed. */
export const unstamped: RecordStamp = { at: [0, nobody], knows: { [nobody]: 0 } };

type Fields = Readonly<Record<string, unknown>>;

function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isStamp(value: unknown): value is Stamp {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [number, replica] = value as readonly unknown[];
  return isNumber(number) && typeof replica === 'string' && replica.length > 0 && replica.length <= 64;
}

function isNumber(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isStamped(value: unknown): value is Stamped {
  return isStamp(value) || (Array.isArray(value) && value.every(isStamp));
}

function isKnowledge(value: unknown): value is Knowledge {
  return isMap(value) && Object.values(value).every(isNumber);
}

/** True for what stands in `stamps` of a workshop.json. */
export function isRecordStamp(value: unknown): value is RecordStamp {
  if (!isMap(value) || !isStamped(value['at'])) return false;
  const { fields, knows, knowsOfFields, knowsOf } = value;
  return (
    (fields === undefined || (isMap(fields) && Object.values(fields).every(isStamped))) &&
    (knows === undefined || isKnowledge(knows)) &&
    (knowsOfFields === undefined || isKnowledge(knowsOfFields)) &&
    (knowsOf === undefined || (isMap(knowsOf) && Object.values(knowsOf).every(isKnowledge)))
  );
}

function isRemoval(value: unknown): value is Removal {
  return isMap(value) && isStamp(value['at']) && isKnowledge(value['knew']);
}

function isOption(value: unknown): value is ConflictOption {
  return isMap(value) && Array.isArray(value['stamps']) && value['stamps'].length > 0 && value['stamps'].every(isStamp);
}

/** True for what stands in `tombstones` of a workshop.json. */
export function isTombstone(value: unknown, id: string): value is Tombstone {
  if (!isMap(value) || !isId(id)) return false;
  const { removals, record, stamps, others } = value;
  return (
    Array.isArray(removals) &&
    removals.every(isRemoval) &&
    (record === undefined || (isMap(record) && record['id'] === id)) &&
    (stamps === undefined || isRecordStamp(stamps)) &&
    (others === undefined || (isMap(others) && Object.values(others).every((options) => Array.isArray(options) && options.every(isOption))))
  );
}
