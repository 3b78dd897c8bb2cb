// The import of a participant list: what a file offers, what a chosen sheet would change, and the one command that does it.
import type { NewId } from '../../kernel/ids.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { View } from '../collections.ts';
import { references } from '../references.ts';
import type { Command } from '../commands.ts';
import { emptyParticipant } from './commands.ts';
import { changesTo } from './import-changes.ts';
import { headerRowOf, mappingOf, widthOf } from './import-columns.ts';
import { importFields, listedText, participantFields } from './import-fields.ts';
import { majorityLanguage, newGroupNames, resolveGroups, sharedCountry, type GroupField } from './import-groups.ts';
import { isOwn, listedPeople, type ListedPerson } from './import-list.ts';
import { knownPeople, repetitionsIn, type KnownPeople, type Repetition } from './import-match.ts';
import type {
  ImportChoices,
  ImportedPerson,
  ImportField,
  ImportPreview,
  ImportRemark,
  ImportRow,
  ImportSelection,
  ImportTarget,
  IntakeFailure,
  SourceOutline,
  SourceSheet,
} from './import-model.ts';
import { remarksOn } from './import-person.ts';
import { groupKey, tidied } from './import-text.ts';
import { assertNever } from '../../kernel/assert-never.ts';
import type { Organisation, Participant, ParticipantId, Team, TopicGroup } from './model.ts';
import { workshopRecordId } from '../workshop/values.ts';
import { allKeptWords, wordsNaming } from './rules.ts';

/** Rows under the header that the page shows while columns are mapped. */
const sampleRows = 5;

/** Rows from the top among which the header can be chosen by hand, with some rows under the lowest header that is guessed. */
const topRows = 50;

/** What the page needs to choose a sheet and to map its columns, with a guess for everything. */
export function outlineOf(sheets: readonly SourceSheet[], source: { readonly sourceId: string; readonly fileName: string }): SourceOutline {
  const outlines = sheets.map(({ name, rows, hiddenColumns = [] }) => {
    const headerRow = headerRowOf(rows);
    const width = widthOf(rows);
    const below = rows.slice(headerRow === null ? 0 : headerRow + 1);
    return {
      name,
      rowCount: rows.length,
      top: rows.slice(0, topRows).map((cells) => widened(cells, width)),
      headerRow,
      header: headerRow === null ? [] : widened(rows[headerRow] ?? [], width),
      sample: below
        .filter((cells) => !isBlank(cells))
        .slice(0, sampleRows)
        .map((cells) => widened(cells, width)),
      mapping: mappingOf(rows, headerRow, hiddenColumns),
      hiddenColumns,
    };
  });
  const likeness = outlines.map(({ mapping, rowCount }) => listLikeness(mapping, rowCount));
  return {
    ...source,
    sheets: outlines,
    bestSheet: Math.max(0, likeness.indexOf(Math.max(...likeness))),
    // Pasted cells come without a name: the page has turned them into text.
    encoding: source.fileName === '' ? null : (sheets[0]?.encoding ?? null),
  };
}

/** A sheet with names before one without, then the one with more columns that we know, then the longer one. */
function listLikeness(mapping: readonly ImportTarget[], rowCount: number): number {
  const known = mapping.filter((target) => target !== 'ignore').length;
  return (hasNames(mapping) ? 1_000_000 : 0) + known * 10_000 + Math.min(rowCount, 9_999);
}

function hasNames(mapping: readonly ImportTarget[]): boolean {
  return mapping.some((target) => target === 'fullName' || target === 'familyName' || target === 'givenName');
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => tidied(cell) === '');
}

function widened(cells: readonly string[], width: number): readonly string[] {
  return Array.from({ length: width }, (_, index) => tidied(cells[index] ?? ''));
}

/**
 * Compares a sheet with the people of the workshop, row by row. Changes nothing.
 * @returns the rows that hold somebody (blank rows and repeated headers are passed over) with their remarks, and who is missing;
 *   fails with `no-name-column` when no column is mapped to a name
 */
export function previewImport(view: View, sheet: SourceSheet, selection: ImportSelection): Result<ImportPreview, IntakeFailure> {
  const { mapping } = selection;
  if (!hasNames(mapping)) return err({ code: 'no-name-column', sheet: sheet.name });
  const { people: listed, setAside } = listedPeople(sheet, selection);
  const people = listed.map(({ person }) => person);
  const known = knownPeople(view);
  const repeated = repetitionsIn(people);
  const firstTimes = listed.map((_, index) => index).filter((index) => repeated[index]?.sameAs === null);
  const matches = known.match(firstTimes.map((index) => people[index] as ImportedPerson));
  const matchOf = new Map(firstTimes.map((index, place) => [index, matches[place] ?? null]));
  const named = new Set(matches.flatMap((match) => (match ? [match.participant.id as string] : [])));
  const repetitions = repeated.map((repetition, index) => {
    const person = people[index];
    const twin = repetition.sameAs === null || !person ? null : known.another(person, named);
    if (!twin) return repetition;
    named.add(twin.id);
    matchOf.set(index, { participant: twin, isInDoubt: false });
    return { ...repetition, sameAs: null };
  });
  const isNameWritten = mapping.includes('fullName');
  const isTeamWritten = mapping.includes('team');
  const isOwnList = isOwn(mapping);

  const rows = listed.map(({ row, person: read, cells, uncalculated, noted }, index): ImportRow => {
    const match = matchOf.get(index) ?? null;
    const participant = match?.participant ?? null;
    // A team that was only guessed from the country never moves somebody who has a team.
    const person = match && !match.isInDoubt && match.participant.teamId && !isTeamWritten ? { ...read, team: '' } : read;
    const remarks = [
      ...noted,
      ...remarksOn(person, uncalculated),
      ...remarksOnRepetition(person, repetitions[index], { listed, known, isNew: match === null || match.isInDoubt }),
    ];
    const isProblem = remarks.some(({ level }) => level === 'problem');
    const isListed = match?.isListed === true;
    const changes = participant && !isProblem && !isListed ? changesTo(view, participant, person, { isNameWritten, isOwnList }) : [];
    const about = { row, person, cells, participantId: participant?.id ?? null, changes, remarks };
    if (isProblem) return { ...about, state: 'problem' };
    // Of somebody who was replaced or removed nothing is left to ask.
    if (match?.isInDoubt) return { ...about, state: 'question', mailboxOf: match.participant.fullName, isListed };
    return { ...about, state: participant === null ? 'new' : changes.length > 0 ? 'changed' : 'same' };
  });
  const naming = (field: GroupField) => rows.filter((row) => mayName(row, field)).map(({ person }) => person);
  const teams = resolveGroups(view, naming('team'), 'team', () => '').added;
  return ok({
    rows,
    setAside,
    missing: missingFrom(view, named),
    newTeams: teams.map(({ name }) => name),
    teamsWithoutLanguage: teams.filter(({ members }) => majorityLanguage(members) === null).map(({ name }) => name),
    newOrganisations: newGroupNames(view, naming('organisation'), 'organisation'),
    newTopicGroups: newGroupNames(view, naming('topicGroup'), 'topicGroup'),
  });
}

/** A known person whose organisation, team or group stays makes none. */
function mayName({ state, changes }: ImportRow, group: GroupField): boolean {
  if (state === 'changed') return changes.some(({ field }) => field === group);
  return state === 'new' || state === 'question';
}

interface Surroundings {
  readonly listed: readonly ListedPerson[];
  readonly known: KnownPeople;
  readonly isNew: boolean;
}

function remarksOnRepetition(
  person: ImportedPerson,
  repetition: Repetition | undefined,
  { listed, known, isNew }: Surroundings,
): readonly ImportRemark[] {
  if (!repetition || person.fullName === '') return [];
  const rowOf = (index: number): number => listed[index]?.row ?? 0;
  const { sameAs, emailSharedWith, namesake } = repetition;
  if (sameAs !== null) {
    return [{ level: 'problem', code: 'same-person-twice', field: 'fullName', value: person.fullName, otherRow: rowOf(sameAs) }];
  }
  const remarks: ImportRemark[] = [];
  if (emailSharedWith !== null) {
    remarks.push({
      level: 'warning',
      code: 'email-shared',
      field: 'email',
      value: listedText(person, 'email'),
      otherRow: rowOf(emailSharedWith),
    });
  }
  if (!isNew) return remarks;
  const sameName = { level: 'warning', code: 'same-name', field: 'fullName', value: person.fullName } as const;
  if (namesake !== null) remarks.push({ ...sameName, otherRow: rowOf(namesake) });
  else if (known.hasName(person.fullName)) remarks.push(sameName);
  return remarks;
}

/** Nobody is missing from a list that names none of the known people: it is another list, not a corrected one. */
function missingFrom(view: View, named: ReadonlySet<string>): ImportPreview['missing'] {
  if (named.size === 0) return [];
  const inPlans = namedInPlans(view);
  const kept = allKeptWords(view);
  return [...view.all('participants')]
    .filter(({ id, status }) => !named.has(id) && status !== 'replaced' && status !== 'left')
    .map(({ id, fullName }) => ({
      participantId: id,
      fullName,
      isNamedInPlans: inPlans.has(id) || wordsNaming(kept, { id, fullName }).length > 0,
    }));
}

/** Everybody whose removal would be refused because a plan or a step names them. */
function namedInPlans(view: View): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { from, field } of references.filter(({ to, onRemoval }) => to === 'participants' && onRemoval === 'refuse')) {
    for (const record of view.all(from)) {
      const value = (record as Readonly<Record<string, unknown>>)[field];
      for (const id of Array.isArray(value) ? value : [value]) if (typeof id === 'string') ids.add(id);
    }
  }
  return ids;
}

interface SettledRow {
  readonly person: ImportedPerson;
  /** The participant whom the row changes; null for somebody new. */
  readonly known: Participant | null;
  readonly fields: readonly ImportField[];
  /** Whose place somebody new takes. */
  readonly replaces: ParticipantId | null;
}

type Answer = NonNullable<ImportChoices['answers']>[number];

/** What becomes of a row: nothing while it has a problem, says nothing new, or asks something that nobody answered. */
function settledRow(view: View, { state, person, participantId, changes }: ImportRow, answer: Answer | undefined): readonly SettledRow[] {
  const known = (participantId === null ? undefined : view.get('participants', participantId)) ?? null;
  const asNew: SettledRow = { person, known: null, fields: [], replaces: answer?.replaces ?? null };
  const ours = new Set<ImportField>(answer?.ours);
  // Of a list with one part of the name only, the shown name is what follows for the known person.
  const fullName = changes.find(({ field }) => field === 'fullName')?.after ?? person.fullName;
  const asKnown: SettledRow = {
    person: { ...person, fullName },
    known,
    replaces: null,
    fields: changes.map(({ field }) => field).filter((field) => !ours.has(field)),
  };
  switch (state) {
    case 'problem':
    case 'same':
      return [];
    case 'new':
      return [asNew];
    case 'changed':
      return known ? [asKnown] : [];
    case 'question':
      if (answer?.identity === undefined || !known) return [];
      if (answer.identity === 'renamed') return changes.length > 0 ? [asKnown] : [];
      return [answer.identity === 'replaces' ? { ...asNew, replaces: known.id } : asNew];
    default:
      return assertNever(state);
  }
}

export type ImportCommand = Extract<Command, { readonly name: 'participantsImport' }>;

/**
 * Turns a preview and the facilitator's choices into one command, and so into one step of undo.
 * Rows with a problem, questions without an answer and skipped rows stay out, with the organisations, teams and groups that only they name.
 * @param newId makes the ids of everything new; ids of known people stay
 */
export function importCommand(view: View, preview: ImportPreview, choices: ImportChoices, newId: NewId): ImportCommand {
  const skipped = new Set(choices.skippedRows);
  const answers = new Map((choices.answers ?? []).map((answer) => [answer.row, answer]));
  const chosen = preview.rows.filter(({ row }) => !skipped.has(row)).flatMap((row) => settledRow(view, row, answers.get(row.row)));
  const naming = (field: GroupField) =>
    chosen.filter(({ known, fields }) => known === null || fields.includes(field)).map(({ person }) => person);
  const languages = new Map((choices.teamLanguages ?? []).map(({ team, language }) => [groupKey(team), language]));
  const groups = {
    organisation: resolveGroups(view, naming('organisation'), 'organisation', newId),
    team: resolveGroups(view, naming('team'), 'team', newId),
    topicGroup: resolveGroups(view, naming('topicGroup'), 'topicGroup', newId),
  };
  const choiceOf = new Map(choices.missing.map(({ participantId, choice }) => [participantId as string, choice]));
  const missing = preview.missing.map(({ participantId }) => ({
    id: participantId as ParticipantId,
    choice: choiceOf.get(participantId) ?? 'keep',
  }));
  const mainLanguage = view.get('workshop', workshopRecordId)?.languages[0] ?? 'en';
  const addedOf = new Map<number, ParticipantId>();
  const added = chosen.flatMap(({ known, person }, index) => {
    if (known) return [];
    const empty = emptyParticipant(newId() as ParticipantId);
    addedOf.set(index, empty.id);
    const fields = importFields.filter((field) => field !== 'status');
    return [{ ...empty, ...participantFields(person, { known: empty, fields, groups }) }];
  });
  return {
    name: 'participantsImport',
    organisations: groups.organisation.added.map(({ id, name, members }) => ({
      id: id as Organisation['id'],
      name,
      type: 'other',
      country: sharedCountry(members) ?? '',
    })),
    teams: groups.team.added.map(({ id, name, members }) => ({
      id: id as Team['id'],
      name,
      country: sharedCountry(members) ?? name,
      language: majorityLanguage(members) ?? languages.get(groupKey(name)) ?? mainLanguage,
    })),
    topicGroups: groups.topicGroup.added.map(({ id, name }) => ({ id: id as TopicGroup['id'], name })),
    added,
    replacements: chosen.flatMap(({ replaces }, index) => {
      const by = addedOf.get(index);
      return replaces === null || by === undefined ? [] : [{ id: replaces, byId: by }];
    }),
    changed: [
      ...chosen.flatMap(({ known, person, fields }) =>
        known && fields.length > 0 ? [{ id: known.id, fields: participantFields(person, { known, fields, groups }) }] : [],
      ),
      ...missing.filter(({ choice }) => choice === 'mark-left').map(({ id }) => ({ id, fields: { status: 'left' as const } })),
    ],
    removedIds: missing.filter(({ choice }) => choice === 'remove').map(({ id }) => id),
  };
}
