// Remembers which commands were asked of a workshop and which were acknowledged, and judges whatever is found of it afterwards.
import { validate } from '../../shared/document/validate.ts';
import type { WorkshopDocument } from '../../shared/document/envelope.ts';
import type { DocumentChange } from '../../shared/domain/collections.ts';
import { emptyParticipant } from '../../shared/domain/people/commands.ts';
import type { ParticipantId } from '../../shared/domain/people/model.ts';
import type { Draft } from '../../electron/store/commit-queue.ts';
import { second } from './stored-workshop.ts';

/** What was known at one moment. Commands are numbers, in the order in which they were asked. */
export interface Testimony {
  readonly asked: ReadonlySet<number>;
  readonly acknowledged: ReadonlySet<number>;
}

export interface Witness {
  /** The next command: two persons who only make sense together, and the number of the command as the name of person 0. */
  readonly nextDraft: () => { readonly number: number; readonly draft: Draft };
  readonly acknowledged: (number: number) => void;
  /** Whatever a person has seen after opening counts as acknowledged from then on. */
  readonly seen: (document: WorkshopDocument) => void;
  readonly testimony: () => Testimony;
}

export function witness(start: Testimony = { asked: new Set(), acknowledged: new Set() }): Witness {
  const asked = new Set(start.asked);
  const acknowledged = new Set(start.acknowledged);
  let last = Math.max(0, ...asked);
  return {
    nextDraft: () => {
      const before = last === 0 ? 'Person 0' : nameOf(last);
      last += 1;
      asked.add(last);
      return { number: last, draft: draftOf(last, before) };
    },
    acknowledged: (number) => void acknowledged.add(number),
    seen: (document) => {
      for (const number of foundIn(document).whole) acknowledged.add(number);
    },
    testimony: () => ({ asked: new Set(asked), acknowledged: new Set(acknowledged) }),
  };
}

const halves = ['first', 'second'] as const;

function personId(number: number, half: (typeof halves)[number]): string {
  return `pair-${number}-${half}`;
}

function nameOf(number: number): string {
  return `After command ${number}`;
}

function draftOf(number: number, before: string): Draft {
  const pair = halves.map((half): DocumentChange => {
    const id = personId(number, half);
    return { kind: 'created', collection: 'participants', id, record: { ...emptyParticipant(id as ParticipantId), fullName: id } };
  });
  const counted: DocumentChange = {
    kind: 'updated',
    collection: 'participants',
    id: 'person-0',
    fields: { fullName: { before, after: nameOf(number) } },
  };
  return { id: `pair-${number}`, name: 'participantAdd', at: second(number), actor: 'Ada', changes: [...pair, counted] };
}

interface Found {
  /** Commands of which both halves are there. */
  readonly whole: readonly number[];
  readonly torn: readonly number[];
}

function foundIn(document: WorkshopDocument): Found {
  const people = document.records.participants;
  const numbers = new Set([...people.keys()].flatMap((id) => /^pair-(\d+)-/.exec(id)?.[1] ?? []).map(Number));
  const isWhole = (number: number) => halves.every((half) => people.has(personId(number, half)));
  const all = [...numbers].toSorted((a, b) => a - b);
  return { whole: all.filter(isWhole), torn: all.filter((number) => !isWhole(number)) };
}

/**
 * What is wrong with a workshop that was found, one sentence each; empty when all is well. It was begun with `storedWorkshop` and changed by
 * this witness's commands only: every command is one revision.
 */
export function judge(document: WorkshopDocument, { asked, acknowledged }: Testimony): readonly string[] {
  const { whole, torn } = foundIn(document);
  const there = new Set(whole);
  const lost = [...acknowledged].filter((number) => !there.has(number));
  const invented = whole.filter((number) => !asked.has(number));
  const newest = whole.at(-1);
  const name = document.records.participants.get('person-0')?.['fullName'];
  const { revision } = document.envelope;
  return [
    ...lost.map((number) => `lost: acknowledged command ${number}`),
    ...torn.map((number) => `torn: half of command ${number}`),
    ...invented.map((number) => `invented: command ${number} was never asked`),
    ...(name === (newest === undefined ? 'Person 0' : nameOf(newest))
      ? []
      : [`mixed: the newest command is ${newest}, person 0 is “${String(name)}”`]),
    ...(revision === whole.length + 1 ? [] : [`mixed: revision ${revision} with ${whole.length} commands`]),
    ...validate(document.records)
      .filter(({ invariant }) => invariant !== 'one-workshop')
      .map(({ invariant }) => `invalid: ${invariant}`),
  ];
}
