// Commands on people: participants, organisations, teams, topic groups, attendance, replacement, import.
import { z } from 'zod';
import type { FieldChange } from '../../kernel/record.ts';
import { err, ok } from '../../kernel/result.ts';
import { idSchema, textSchema } from '../../kernel/schema.ts';
import type { Collections, DocumentChange, View } from '../collections.ts';
import { allOf, command, created, notFound, removal, setCommand, updated, type Decision } from '../command.ts';
import { conflictId, removedConflict } from '../conflicts/rules.ts';
import { isLocked } from '../plan/rules.ts';
import { keyAtEnd, keysAfter, sorted } from '../sorted.ts';
import {
  attendanceSchema,
  organisationSchema,
  participantSchema,
  type Organisation,
  type Participant,
  type ParticipantId,
  type Team,
  type TopicGroup,
} from './model.ts';
import { participantsMerge, organisationsMerge, teamsMerge } from './merge-commands.ts';
import { allKeptWords, attendanceId, followedName, wordsNaming } from './rules.ts';
import { participantFields } from './values.ts';

/** The fields of a new participant about whom only the name is known. */
export function emptyParticipant(id: ParticipantId): Participant {
  return {
    id,
    fullName: '',
    givenName: '',
    familyName: '',
    kind: 'participant',
    role: '',
    organisationId: null,
    country: '',
    sex: '',
    language: '',
    contacts: [],
    consentPhoto: false,
    teamId: null,
    topicGroupId: null,
    arrival: null,
    departure: null,
    status: 'expected',
    replacedById: null,
  };
}

export const participantAdd = command({
  name: 'participantAdd',
  input: { id: idSchema<'participant'>(), fullName: textSchema, teamId: idSchema<'team'>().nullable() },
  decide: (view, { id, fullName, teamId }) => {
    if (view.get('participants', id)) return err({ code: 'already-exists', collection: 'participants', id });
    const team = teamId === null ? undefined : view.get('teams', teamId);
    if (teamId !== null && !team) return notFound('teams', teamId);
    const country = team?.country ?? '';
    return ok([created('participants', { ...emptyParticipant(id), fullName: nameAsTyped(fullName), teamId, country })]);
  },
});

function nameAsTyped(name: string): string {
  return name.trim().normalize('NFC');
}

const setOneField = setCommand({
  name: 'participantSet',
  collection: 'participants',
  fields: participantFields,
});

export const participantSet: typeof setOneField = {
  ...setOneField,
  decide: (view, input, context) => {
    const set = setOneField.decide(view, input, context);
    if (!set.ok || set.value.length === 0) return set;
    const moves = [{ id: input.id, to: input.value as string | null }];
    if (input.field === 'givenName' || input.field === 'familyName') return ok([...set.value, ...shownNameAfter(view, input)]);
    if (input.field === 'teamId') return ok([...set.value, ...leadsGivenUp(view, moves)]);
    if (input.field === 'topicGroupId') return ok([...set.value, ...chairsGivenUp(view, moves)]);
    if (input.field === 'contacts') return ok([...set.value, ...contactsSettled(view, input.id)]);
    return set;
  },
};

/** Contacts of two laptops stand together until somebody decides (merge-rules.ts): whoever sets them has both before their eyes. */
function contactsSettled(view: View, id: string): readonly DocumentChange[] {
  const conflict = view.get('conflicts', conflictId('participants', id, 'contacts'));
  return conflict ? [removedConflict(conflict)] : [];
}

/** A full name that was put together from the parts goes with them; one that was written otherwise stays as it is. */
function shownNameAfter(view: View, { id, field, value }: { readonly id: string; readonly field: string; readonly value: unknown }) {
  const person = view.get('participants', id);
  if (!person) return [];
  const next = { ...person, [field]: value };
  return updated('participants', person, { fullName: followedName(person, next) });
}

/** Who goes to which team or topic group; null = to none. */
interface Departure {
  readonly id: string;
  readonly to: string | null;
}

/** A lead who moves to another team no longer leads the old one. */
function leadsGivenUp(view: View, departures: readonly Departure[]): readonly DocumentChange[] {
  const goesTo = new Map(departures.map(({ id, to }) => [id, to]));
  return [...view.all('teams')].flatMap((team) => {
    const isLeaving = team.leadId !== null && goesTo.has(team.leadId) && goesTo.get(team.leadId) !== team.id;
    return isLeaving ? updated('teams', team, { leadId: null }) : [];
  });
}

/** Who leaves a topic group no longer chairs it. */
function chairsGivenUp(view: View, departures: readonly Departure[]): readonly DocumentChange[] {
  const goesTo = new Map(departures.map(({ id, to }) => [id, to]));
  return [...view.all('topicGroups')].flatMap((group) =>
    updated('topicGroups', group, { coChairIds: group.coChairIds.filter((id) => !goesTo.has(id) || goesTo.get(id) === group.id) }),
  );
}

/** Moves several people to one team (or out of teams) in one undo step. */
export const participantsMove = command({
  name: 'participantsMove',
  input: { ids: z.array(idSchema<'participant'>()).min(1).max(5000), teamId: idSchema<'team'>().nullable() },
  decide: (view, { ids, teamId }) => {
    if (teamId !== null && !view.get('teams', teamId)) return notFound('teams', teamId);
    const moves = ids.map((id): Decision => {
      const person = view.get('participants', id);
      return person ? ok(updated('participants', person, { teamId })) : notFound('participants', id);
    });
    return allOf([
      ...moves,
      ok(
        leadsGivenUp(
          view,
          ids.map((id) => ({ id, to: teamId })),
        ),
      ),
    ]);
  },
});

/** Removes people. Refused with the list while plans or steps name them, by choice or in words that were kept as typed. */
export const participantsRemove = command({
  name: 'participantsRemove',
  input: { ids: z.array(idSchema<'participant'>()).min(1).max(5000) },
  decide: (view, { ids }) => {
    const kept = allKeptWords(view);
    const by = ids.flatMap((id) => {
      const person = view.get('participants', id);
      return person ? wordsNaming(kept, person) : [];
    });
    return by.length > 0 ? err({ code: 'referred-to', by }) : removalOfMany(view, ids);
  },
});

function removalOfMany(view: View, ids: readonly ParticipantId[]): Decision {
  const decision = allOf(ids.map((id) => removal(view, 'participants', id)));
  if (!decision.ok) return decision;
  const gone = new Set<string>(ids);
  const standing = decision.value.filter(
    (change) => change.kind !== 'updated' || !(change.collection === 'participants' && gone.has(change.id)),
  );
  return ok(withoutRepeatedClears(standing));
}

/** Two people leaving one list (co-chairs) clear it twice: the two updates of one field become one. */
function withoutRepeatedClears(changes: readonly DocumentChange[]): readonly DocumentChange[] {
  const merged: DocumentChange[] = [];
  const seen = new Set<string>();
  for (const change of changes) {
    const key = `${change.kind} ${change.collection} ${change.id}`;
    if (change.kind === 'removed' && seen.has(key)) continue;
    seen.add(key);
    const earlier =
      change.kind === 'updated'
        ? merged.findIndex((other) => other.kind === 'updated' && other.collection === change.collection && other.id === change.id)
        : -1;
    const found = merged[earlier];
    if (change.kind !== 'updated' || found?.kind !== 'updated') {
      merged.push(change);
      continue;
    }
    const fields = { ...found.fields };
    for (const [name, field] of Object.entries(change.fields)) {
      const first = fields[name];
      fields[name] = { before: first ? first.before : field.before, after: first ? bothDone(first, field.after) : field.after };
    }
    merged[earlier] = { ...found, fields };
  }
  return merged;
}

/** Of a list what both changes leave, and what either adds; of a single value the later. */
function bothDone(first: FieldChange, later: unknown): unknown {
  if (!Array.isArray(first.before) || !Array.isArray(first.after) || !Array.isArray(later)) return later;
  const before: readonly unknown[] = first.before;
  const kept = (first.after as readonly unknown[]).filter((entry) => later.includes(entry) || !before.includes(entry));
  return [...kept, ...(later as readonly unknown[]).filter((entry) => !before.includes(entry) && !kept.includes(entry))];
}

/**
 * Somebody comes instead of somebody else: somebody of the list, or with `newName` somebody new who gets `byId` as id. The one replaced stays
 * in the list with the status `replaced` and a reference to who took over, so that responsibilities stay traceable; open responsibilities
 * move when asked.
 */
export const participantReplace = command({
  name: 'participantReplace',
  input: {
    id: idSchema<'participant'>(),
    byId: idSchema<'participant'>(),
    newName: textSchema.optional(),
    movesResponsibilities: z.boolean(),
  },
  decide: (view, { id, byId, newName, movesResponsibilities }) => {
    const person = view.get('participants', id);
    const known = view.get('participants', byId);
    if (!person) return notFound('participants', id);
    if (newName === undefined && !known) return notFound('participants', byId);
    if (newName !== undefined && known) return err({ code: 'already-exists', collection: 'participants', id: byId });
    if (id === byId) return err({ code: 'invalid-value', collection: 'participants', field: 'replacedById' });
    const place = placeAfter(person, known);
    const successor = { ...emptyParticipant(byId), fullName: nameAsTyped(newName ?? ''), country: person.country, ...place };
    return ok([
      ...(known ? updated('participants', known, place) : [created('participants', successor)]),
      ...handover(view, [{ person, byId, topicGroupId: place.topicGroupId, movesResponsibilities }]),
    ]);
  },
});

/** Where a successor stands: in an own place, else in that of the person before. */
function placeAfter(person: Participant, successor: Participant | undefined) {
  return {
    teamId: successor?.teamId ?? person.teamId,
    topicGroupId: successor?.topicGroupId ?? person.topicGroupId,
    organisationId: successor?.organisationId ?? person.organisationId,
  };
}

interface Handover {
  readonly person: Participant;
  readonly byId: ParticipantId;
  /** Of the successor. */
  readonly topicGroupId: Participant['topicGroupId'];
  readonly movesResponsibilities: boolean;
}

/** What goes over when people are replaced, all at once: the lead, the chair, and what is open in the plans. */
function handover(view: View, handovers: readonly Handover[]): readonly DocumentChange[] {
  const by = new Map<string, Handover>(handovers.map((one) => [one.person.id, one]));
  const moving = new Map(handovers.filter((one) => one.movesResponsibilities).map(({ person, byId }) => [person.id, byId]));
  /** The chair goes over with the place in the group; whoever comes from another group does not chair this one. */
  const chairsAfter = (group: TopicGroup): readonly ParticipantId[] => {
    const chairs = group.coChairIds.flatMap((chair) => {
      const next = by.get(chair);
      if (!next) return [chair];
      return group.id === next.topicGroupId ? [next.byId] : [];
    });
    return [...new Set(chairs)];
  };
  return [
    ...handovers.flatMap(({ person, byId }) =>
      updated('participants', person, { status: 'replaced', replacedById: byId, teamId: null, topicGroupId: null }),
    ),
    ...[...view.all('teams')].flatMap((team) => updated('teams', team, { leadId: by.get(team.leadId ?? '')?.byId ?? team.leadId })),
    ...[...view.all('topicGroups')].flatMap((group) => updated('topicGroups', group, { coChairIds: chairsAfter(group) })),
    ...movedResponsibilities(view, moving),
  ];
}

/** Only open drafts change: what was signed keeps the name that signed for it. */
function movedResponsibilities(view: View, moving: ReadonlyMap<ParticipantId, ParticipantId>): readonly DocumentChange[] {
  if (moving.size === 0) return [];
  const next = (id: ParticipantId): ParticipantId => moving.get(id) ?? id;
  const open = new Set([...view.all('plans')].filter((plan) => !isLocked(view, plan)).map(({ id }) => id));
  const plans = [...view.all('plans')]
    .filter((plan) => open.has(plan.id))
    .flatMap((plan) => updated('plans', plan, { accountableId: plan.accountableId === null ? null : next(plan.accountableId) }));
  const steps = [...view.all('steps')]
    .filter((step) => step.responsibleIds.some((id) => moving.has(id)) && step.status !== 'done' && open.has(step.planId))
    .flatMap((step) => updated('steps', step, { responsibleIds: [...new Set(step.responsibleIds.map(next))] }));
  return [...plans, ...steps];
}

export const organisationAdd = command({
  name: 'organisationAdd',
  input: { id: idSchema<'organisation'>(), organisation: textSchema, country: textSchema },
  decide: (view, { id, organisation, country }) => {
    if (view.get('organisations', id)) return err({ code: 'already-exists', collection: 'organisations', id });
    const record: Organisation = { id, name: organisation.trim(), type: 'other', country };
    return ok([created('organisations', record)]);
  },
});

/**
 * A person is of an organisation that is not in the list yet: both in one step.
 * Fails with `field-changed` when `was` is given and the person has come to another organisation meanwhile.
 */
export const organisationAddFor = command({
  name: 'organisationAddFor',
  input: {
    id: idSchema<'organisation'>(),
    organisation: textSchema,
    participantId: idSchema<'participant'>(),
    was: idSchema<'organisation'>().nullable().optional(),
  },
  decide: (view, { participantId, was, ...added }, context) => {
    const person = view.get('participants', participantId);
    if (!person) return notFound('participants', participantId);
    const current = person.organisationId;
    if (was !== undefined && current !== was) {
      const place = { collection: 'participants', id: participantId, field: 'organisationId' } as const;
      return err({ code: 'field-changed', ...place, current, yours: added.id });
    }
    return allOf([
      organisationAdd.decide(view, { ...added, name: 'organisationAdd', country: person.country }, context),
      ok(updated('participants', person, { organisationId: added.id })),
    ]);
  },
});

export const organisationSet = setCommand({ name: 'organisationSet', collection: 'organisations', fields: ['name', 'type', 'country'] });

export const organisationRemove = command({
  name: 'organisationRemove',
  input: { id: idSchema<'organisation'>() },
  decide: (view, { id }) => removal(view, 'organisations', id),
});

export const teamAdd = command({
  name: 'teamAdd',
  input: { id: idSchema<'team'>(), team: textSchema, country: textSchema, language: z.string().max(12) },
  decide: (view, { id, team, country, language }) => {
    if (view.get('teams', id)) return err({ code: 'already-exists', collection: 'teams', id });
    const record: Team = {
      id,
      name: team.trim(),
      country,
      language,
      leadId: null,
      supportContact: '',
      order: keyAtEnd(sorted(view, 'teams')),
    };
    return ok([created('teams', record)]);
  },
});

export const teamSet = setCommand({
  name: 'teamSet',
  collection: 'teams',
  fields: ['name', 'country', 'language', 'leadId', 'supportContact'],
});

export const teamMove = command({
  name: 'teamMove',
  input: { id: idSchema<'team'>(), afterId: idSchema<'team'>().nullable() },
  decide: (view, { id, afterId }) => {
    const team = view.get('teams', id);
    if (!team) return notFound('teams', id);
    const others = sorted(view, 'teams', (other) => other.id !== id);
    return ok(updated('teams', team, { order: keysAfter(others, afterId, 1)[0] }));
  },
});

export const teamRemove = command({
  name: 'teamRemove',
  input: { id: idSchema<'team'>() },
  decide: (view, { id }) => removal(view, 'teams', id),
});

export const topicGroupAdd = command({
  name: 'topicGroupAdd',
  input: { id: idSchema<'topicGroup'>(), group: textSchema },
  decide: (view, { id, group }) => {
    if (view.get('topicGroups', id)) return err({ code: 'already-exists', collection: 'topicGroups', id });
    const record: TopicGroup = { id, name: group.trim(), fieldIds: [], coChairIds: [], order: keyAtEnd(sorted(view, 'topicGroups')) };
    return ok([created('topicGroups', record)]);
  },
});

export const topicGroupSet = setCommand({ name: 'topicGroupSet', collection: 'topicGroups', fields: ['name', 'fieldIds', 'coChairIds'] });

export const topicGroupRemove = command({
  name: 'topicGroupRemove',
  input: { id: idSchema<'topicGroup'>() },
  decide: (view, { id }) => removal(view, 'topicGroups', id),
});

/** Ticks several people for one half-day. State null takes the tick away. */
export const attendanceSet = command({
  name: 'attendanceSet',
  input: {
    participantIds: z.array(idSchema<'participant'>()).min(1).max(5000),
    dayId: idSchema<'day'>(),
    half: attendanceSchema.unwrap().shape.half,
    state: attendanceSchema.unwrap().shape.state.nullable(),
  },
  decide: (view, { participantIds, dayId, half, state }) => {
    if (!view.get('days', dayId)) return notFound('days', dayId);
    return allOf(
      participantIds.map((participantId): Decision => {
        if (!view.get('participants', participantId)) return notFound('participants', participantId);
        const id = attendanceId(participantId, dayId, half);
        const current = view.get('attendance', id);
        if (state === null) return current ? removal(view, 'attendance', id) : ok([]);
        return ok(current ? updated('attendance', current, { state }) : [created('attendance', { id, participantId, dayId, half, state })]);
      }),
    );
  },
});

/**
 * Carries out what the facilitator chose in the import preview, all in one undo step: new organisations, teams and topic groups,
 * new people, changed fields of known people (their ids stay), new people who take somebody's place, and missing people removed.
 */
export const participantsImport = command({
  name: 'participantsImport',
  input: {
    organisations: z.array(organisationSchema).max(5000),
    teams: z.array(z.object({ id: idSchema<'team'>(), name: textSchema, country: textSchema, language: z.string().max(12) })).max(1000),
    topicGroups: z.array(z.object({ id: idSchema<'topicGroup'>(), name: textSchema })).max(200),
    added: z.array(participantSchema).max(5000),
    changed: z.array(z.object({ id: idSchema<'participant'>(), fields: participantSchema.unwrap().partial() })).max(5000),
    removedIds: z.array(idSchema<'participant'>()).max(5000),
    /** Known people and the new ones who come instead of them; open responsibilities move. */
    replacements: z
      .array(z.object({ id: idSchema<'participant'>(), byId: idSchema<'participant'>() }))
      .max(5000)
      .optional(),
  },
  decide: (view, input) => {
    const lastTeam = sorted(view, 'teams').at(-1)?.order ?? null;
    const lastGroup = sorted(view, 'topicGroups').at(-1)?.order ?? null;
    const teamKeys = keysAfter(lastTeam === null ? [] : [{ id: 'last', order: lastTeam }], 'last', input.teams.length);
    const groupKeys = keysAfter(lastGroup === null ? [] : [{ id: 'last', order: lastGroup }], 'last', input.topicGroups.length);
    const taken = firstTaken(view, input);
    if (taken) return err({ code: 'already-exists', ...taken });
    const additions: readonly DocumentChange[] = [
      ...input.organisations.map((organisation) => created('organisations', organisation)),
      ...input.teams.map((team, index) =>
        created('teams', { ...team, leadId: null, supportContact: '', order: teamKeys[index] as string }),
      ),
      ...input.topicGroups.map((group, index) =>
        created('topicGroups', { ...group, fieldIds: [], coChairIds: [], order: groupKeys[index] as string }),
      ),
    ];
    const known = {
      organisations: new Set<string>(input.organisations.map(({ id }) => id)),
      teams: new Set<string>(input.teams.map(({ id }) => id)),
      topicGroups: new Set<string>(input.topicGroups.map(({ id }) => id)),
    };
    const dangling = (person: Partial<Participant>): Decision | null => {
      for (const [field, collection] of [
        ['organisationId', 'organisations'],
        ['teamId', 'teams'],
        ['topicGroupId', 'topicGroups'],
      ] as const) {
        const id = person[field];
        if (id && !known[collection].has(id) && !view.get(collection, id)) return notFound(collection, id);
      }
      return null;
    };
    const bad = [...input.added, ...input.changed.map(({ fields }) => fields)].map(dangling).find((failure) => failure !== null);
    if (bad) return bad;
    const added = new Map(input.added.map((person) => [person.id, { ...person, replacedById: null }]));
    const handovers: Handover[] = [];
    for (const { id, byId } of input.replacements ?? []) {
      const person = view.get('participants', id);
      const successor = added.get(byId);
      if (!person) return notFound('participants', id);
      if (!successor) return notFound('participants', byId);
      const place = placeAfter(person, successor);
      added.set(byId, { ...successor, ...place });
      handovers.push({ person, byId, topicGroupId: place.topicGroupId, movesResponsibilities: true });
    }
    const leaving = (field: 'teamId' | 'topicGroupId'): readonly Departure[] =>
      input.changed.flatMap(({ id, fields }) => (fields[field] === undefined ? [] : [{ id, to: fields[field] }]));
    const decided = allOf([
      ok(additions),
      ok([...added.values()].map((person) => created('participants', person))),
      ...input.changed.map(({ id, fields }): Decision => {
        const person = view.get('participants', id);
        const { id: _id, replacedById: _replaced, ...editable } = fields;
        return person
          ? ok(updated('participants', person, editable as Partial<Collections['participants']>))
          : notFound('participants', id);
      }),
      ok([...leadsGivenUp(view, leaving('teamId')), ...chairsGivenUp(view, leaving('topicGroupId')), ...handover(view, handovers)]),
      input.removedIds.length > 0 ? removalOfMany(view, input.removedIds) : ok([]),
    ]);
    return decided.ok ? ok(withoutRepeatedClears(decided.value)) : decided;
  },
});

function firstTaken(
  view: View,
  input: {
    readonly organisations: readonly Organisation[];
    readonly teams: readonly { id: string }[];
    readonly topicGroups: readonly { id: string }[];
    readonly added: readonly Participant[];
  },
): { readonly collection: 'organisations' | 'teams' | 'topicGroups' | 'participants'; readonly id: string } | null {
  for (const [collection, records] of [
    ['organisations', input.organisations],
    ['teams', input.teams],
    ['topicGroups', input.topicGroups],
    ['participants', input.added],
  ] as const) {
    const seen = new Set<string>();
    for (const { id } of records) {
      if (seen.has(id) || view.get(collection, id)) return { collection, id };
      seen.add(id);
    }
  }
  return null;
}

export const peopleCommands = [
  participantAdd,
  participantSet,
  participantsMove,
  participantsRemove,
  participantReplace,
  participantsMerge,
  organisationsMerge,
  teamsMerge,
  participantsImport,
  organisationAdd,
  organisationAddFor,
  organisationSet,
  organisationRemove,
  teamAdd,
  teamSet,
  teamMove,
  teamRemove,
  topicGroupAdd,
  topicGroupSet,
  topicGroupRemove,
  attendanceSet,
] as const;
