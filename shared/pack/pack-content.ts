// Gathers what one team's pack says from the workshop document. Contact details leave only with consent (domain §9.2).
import { asTypedIn } from '../domain/as-typed.ts';
import type { View } from '../domain/collections.ts';
import type { Framework } from '../domain/framework/model.ts';
import type { Participant, Team } from '../domain/people/model.ts';
import { sharedContacts } from '../domain/people/contacts.ts';
import { sorted } from '../domain/sorted.ts';
import { dateInZone } from '../kernel/calendar-date.ts';
import { compareRaised } from '../domain/parking/rules.ts';
import { millisecondsOf, type Instant } from '../kernel/instant.ts';
import type { Language } from '../kernel/local-text.ts';
import {
  packSchemaVersion,
  type PackBibliographyGroup,
  type PackContent,
  type PackParkingItem,
  type PackPerson,
  type PackTopicGroup,
} from './content.ts';
import { withPlainTexts } from './plain-texts.ts';
import { planContent } from './plan-content.ts';
import { ourInstruments } from '../domain/framework/rules.ts';
import { fieldIds } from '../domain/framework/values.ts';
import { workshopRecordId } from '../domain/workshop/values.ts';

export interface PackInput {
  readonly teamId: string;
  readonly language: Language;
  readonly content: { readonly framework: Framework };
  readonly documentId: string;
  readonly workshopRevision: number;
  readonly now: Instant;
  readonly appVersion: string;
  /** A plan that is printed as the draft it is, also where a version of it is signed. */
  readonly draftOf?: string | undefined;
}

/** @returns the content of the team's pack, or undefined when the document has no such team or no workshop yet */
export function packContent(view: View, input: PackInput): PackContent | undefined {
  const workshop = view.get('workshop', workshopRecordId);
  const team = view.get('teams', input.teamId);
  if (!workshop || !team) return undefined;
  const { language } = input;
  const { framework } = input.content;
  const plans = sorted(view, 'plans', (plan) => plan.teamId === team.id);
  const { title, place, country, startDate, endDate, hosts, partners, funders, organisers, objectives, timezone } = workshop;
  return withPlainTexts<PackContent>({
    schemaVersion: packSchemaVersion,
    appVersion: input.appVersion,
    documentId: input.documentId,
    workshopRevision: input.workshopRevision,
    builtAt: input.now,
    builtOn: dateInZone(millisecondsOf(input.now), timezone),
    language,
    isSample: workshop.isSample,
    workshop: {
      title,
      place,
      country,
      startDate,
      endDate,
      hosts,
      partners,
      funders,
      organisers: organisers.map(({ name, role }) => ({ name, role })),
      objectives,
    },
    team: teamOf(view, team, language),
    plans: plans.map((plan, index) =>
      planContent(view, plan, { framework, language, timezone, number: index + 1, isDraft: plan.id === input.draftOf }),
    ),
    people: people(view, language).map((person) => personOf(view, person)),
    topicGroups: topicGroups(view, framework, language),
    parkingLot: parkingLot(view),
    bibliography: bibliography(framework, language),
    ours: ourInstruments(framework),
  });
}

function teamOf(view: View, team: Team, language: Language): PackContent['team'] {
  return {
    id: team.id,
    name: team.name,
    country: team.country,
    lead: team.leadId === null ? '' : (view.get('participants', team.leadId)?.fullName ?? ''),
    supportContact: team.supportContact,
    members: people(view, language)
      .filter((person) => person.teamId === team.id)
      .map((person) => person.fullName),
  };
}

/** Everybody who took part, sorted as the language sorts names. Who was replaced is not on the list; who came instead is. */
function people(view: View, language: Language): readonly Participant[] {
  const collator = new Intl.Collator(language);
  return [...view.all('participants')]
    .filter((person) => person.status !== 'replaced')
    .toSorted((a, b) => collator.compare(sortName(a), sortName(b)) || (a.id < b.id ? -1 : 1));
}

function sortName(person: Participant): string {
  return person.familyName === '' ? person.fullName : `${person.familyName} ${person.givenName}`;
}

function personOf(view: View, person: Participant): PackPerson {
  const { fullName, givenName, familyName, kind, role, country } = person;
  return {
    fullName,
    givenName,
    familyName,
    kind,
    role,
    organisation: person.organisationId === null ? '' : (view.get('organisations', person.organisationId)?.name ?? ''),
    country,
    team: person.teamId === null ? '' : (view.get('teams', person.teamId)?.name ?? ''),
    topicGroup: person.topicGroupId === null ? '' : (view.get('topicGroups', person.topicGroupId)?.name ?? ''),
    contacts: sharedContacts(person),
  };
}

function topicGroups(view: View, framework: Framework, language: Language): readonly PackTopicGroup[] {
  const everybody = people(view, language);
  return sorted(view, 'topicGroups').map((group) => ({
    name: group.name,
    fields: framework.fields.filter(({ id }) => group.fieldIds.includes(id)).map(({ name }) => name[language]),
    coChairs: group.coChairIds.map((id) => view.get('participants', id)?.fullName ?? ''),
    members: everybody.filter((person) => person.topicGroupId === group.id).map((person) => person.fullName),
  }));
}

function parkingLot(view: View): readonly PackParkingItem[] {
  return [...view.all('parkingItems')].toSorted(compareRaised).map((item) => {
    const { text, raisedBy, status, owner, dueDate, answer } = item;
    return { text, raisedBy, status, owner, dueDate, dueTyped: asTypedIn(item, 'dueDate'), answer };
  });
}

/** Titles per field in the framework's order; a title of several fields stands under its first; general titles come last. */
function bibliography(framework: Framework, language: Language): readonly PackBibliographyGroup[] {
  const collator = new Intl.Collator(language);
  const titles = (fieldId: string | undefined) =>
    framework.bibliography
      .filter((entry) => entry.fieldIds[0] === fieldId)
      .map(({ title }) => title)
      .toSorted(collator.compare);
  const names = new Map(framework.fields.map(({ id, name }) => [id, name[language]]));
  return [
    ...fieldIds.map((id): PackBibliographyGroup => ({ field: { id, name: names.get(id) ?? id }, titles: titles(id) })),
    { field: null, titles: titles(undefined) },
  ].filter((group) => group.titles.length > 0);
}
