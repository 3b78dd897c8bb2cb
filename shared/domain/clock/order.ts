// The order of clock events, and which of them still count: a wall clock that is set orders nothing.
import { millisecondsOf } from '../../kernel/instant.ts';
import type { View } from '../collections.ts';
import type { ClockEvent } from './model.ts';

type ClockOrder = NonNullable<ClockEvent['order']>;

/** Events of before orders were kept stand by their moment. */
export function orderOf(event: ClockEvent): ClockOrder {
  return event.order ?? { number: millisecondsOf(event.at), replica: '', place: 0 };
}

/** By number, replica, place and id: two laptops that know the same events agree. */
export function compareEvents(a: ClockEvent, b: ClockEvent): number {
  const [left, right] = [orderOf(a), orderOf(b)];
  if (left.number !== right.number) return left.number - right.number;
  if (left.replica !== right.replica) return left.replica < right.replica ? -1 : 1;
  if (left.place !== right.place) return left.place - right.place;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/** Every event of the workshop in the order in which they happened, also those that were taken back. */
export function recordedEvents(view: View): readonly ClockEvent[] {
  return [...view.all('clockEvents')].toSorted(compareEvents);
}

/** The events that count, in order: neither what was taken back nor the taking back. */
export function clockEvents(view: View): readonly ClockEvent[] {
  return standing(recordedEvents(view)).filter(({ kind }) => kind !== 'takenBack');
}

/** Without what was taken back. A taking back can be taken back itself: then what it took counts again. */
function standing(recorded: readonly ClockEvent[]): readonly ClockEvent[] {
  const gone = new Set<string>();
  for (const event of recorded.toReversed()) {
    if (event.kind === 'takenBack' && event.eventId && !gone.has(event.id)) gone.add(event.eventId);
  }
  return recorded.filter(({ id }) => !gone.has(id));
}

/** The number that the next commit of clock events takes: one more than any that is known. */
export function nextClockNumber(view: View): number {
  let highest = 0;
  for (const event of view.all('clockEvents')) highest = Math.max(highest, orderOf(event).number);
  return highest + 1;
}

/** All events of the commit that the last of these belongs to. */
function lastCommit(events: readonly ClockEvent[]): readonly ClockEvent[] {
  const last = events.at(-1);
  if (!last) return [];
  const { number, replica } = orderOf(last);
  return events.filter((event) => orderOf(event).number === number && orderOf(event).replica === replica);
}

/** What "Take back" takes back: the events of the last action on the clock that still counts; empty when there is none. */
export function lastAction(view: View): readonly ClockEvent[] {
  return lastCommit(clockEvents(view));
}

/** What "Redo" brings again: the taking back that was the last of all; empty when something else happened since. */
export function lastTakenBack(view: View): readonly ClockEvent[] {
  const last = lastCommit(standing(recordedEvents(view)));
  return last.every(({ kind }) => kind === 'takenBack') ? last : [];
}
