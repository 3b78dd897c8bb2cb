// What the heading of a column means, in English and French, in any case and order, with or without accents.
import type { ImportTarget } from './import-model.ts';
import { folded } from './import-text.ts';

/** Headings that mean different things in different lists; their neighbours and their cells decide (import-columns.ts). */
export type HeadingMeaning = ImportTarget | 'name' | 'title' | 'roleOrKind' | 'contact';

const words: readonly (readonly [HeadingMeaning, string])[] = [
  [
    'fullName',
    'full name, fullname, names, name and surname, name surname, surname and name, surname and first name, surname and other names',
  ],
  [
    'fullName',
    'first and last name, first name and surname, last name first name, participant, participants, participant name, participants name',
  ],
  ['fullName', 'name of participant, names of participants, delegate, delegate name, name of delegate, attendee, attendee name'],
  [
    'fullName',
    'nom complet, noms complets, nom et prénom, nom et prénoms, noms et prénoms, nom prénom, nom prénoms, nom & prénom, nom & prénoms',
  ],
  [
    'fullName',
    'prénom et nom, prénoms et nom, prénoms et noms, prénom nom, nom du participant, nom des participants, délégué, nom du délégué',
  ],
  ['name', 'name, nom, noms'],
  [
    'familyName',
    'surname, surnames, family name, family names, last name, lastname, nom de famille, noms de famille, patronyme, nom patronymique',
  ],
  [
    'givenName',
    'first name, first names, firstname, given name, given names, forename, forenames, other name, other names, prénom, prénoms',
  ],
  [
    'email',
    'email, emails, e-mail, e-mails, mail, email address, e-mail address, contact email, email contact, courriel, mél, adresse email',
  ],
  ['email', 'adresse e-mail, adresse mail, adresse électronique, adresse courriel, courrier électronique'],
  [
    'phone',
    'phone, phones, telephone, tel, mobile, mobile phone, cell, cellphone, cell phone, cellular, phone number, telephone number, phone no',
  ],
  [
    'phone',
    'mobile number, tel no, telephone no, contact number, contact no, contact phone, whatsapp, whatsapp number, gsm, portable, téléphone',
  ],
  ['phone', 'téléphones, téléphone portable, téléphone mobile, numéro de téléphone, n° de téléphone, n° téléphone, numéro whatsapp'],
  ['contact', 'contact, contacts, coordonnées'],
  [
    'organisation',
    'organisation, organization, institution, affiliation, employer, ministry, agency, company, entity, workplace, place of work',
  ],
  [
    'organisation',
    'facility, organisation name, name of organisation, organization name, name of organization, employeur, ministère, agence',
  ],
  [
    'organisation',
    'structure, structure d’origine, structure de provenance, organisme, entité, établissement, lieu de travail, nom de l’organisation',
  ],
  [
    'role',
    'position, job title, job, designation, function, post, occupation, profession, current position, position title, title/position',
  ],
  ['role', 'fonction, fonctions, poste, poste occupé, titre du poste, fonction/poste, emploi, qualité'],
  ['title', 'title, titre'],
  ['country', 'country, country of origin, country name, nationality, pays, pays d’origine, nationalité'],
  [
    'team',
    'team, teams, country team, team name, district team, delegation, équipe, équipes, équipe pays, équipe de pays, équipe nationale',
  ],
  ['team', 'nom de l’équipe, délégation'],
  ['topicGroup', 'topic group, topic, topic working group, thematic group, theme, working group, group, breakout group, groupe thématique'],
  ['topicGroup', 'groupe de travail, groupe, thème, groupe de thème'],
  ['language', 'language, languages, preferred language, working language, language preference, langue, langues, langue préférée'],
  ['language', 'langue de travail, langue parlée'],
  ['sex', 'sex, gender, sexe, genre, m/f, f/m, h/f, f/h'],
  [
    'kind',
    'kind, participant type, type of participant, participant category, category of participant, role at workshop, role in workshop',
  ],
  ['kind', 'role in the workshop, role at the workshop, workshop role, type de participant, catégorie de participant, rôle à l’atelier'],
  ['kind', 'rôle dans l’atelier, qualité de participation'],
  ['roleOrKind', 'role, rôle, type, category, catégorie, status, statut, profile, profil'],
  ['consentContact', 'consent, consents, consent to share contacts, consent to share contact details, contact consent, consent contact'],
  [
    'consentContact',
    'share contacts, share contact, share contact details, contacts may be shared, consentement, consentement contacts, accord',
  ],
  ['consentContact', 'partage des contacts, partage des coordonnées, consentement au partage des coordonnées, autorisation de partage'],
  ['ignore', 'no, n°, nr, num, number, numéro, n° d’ordre, s/n, sn, serial number, id, signature, date, comment, comments, commentaires'],
  ['ignore', 'remarks, remarques, observations, notes, dietary needs, arrival, arrival date, departure, departure date, arrivée, départ'],
  [
    'ignore',
    'date d’arrivée, date de départ, civilité, salutation, honorific, passport, hotel, hôtel, middle name, photo consent, consent photo',
  ],
];

const exact: ReadonlyMap<string, HeadingMeaning> = new Map(
  words.flatMap(([meaning, list]) => list.split(', ').map((word) => [folded(word), meaning] as const)),
);

/** For longer headings ("Téléphone (avec indicatif du pays)"); the first that fits counts. */
const loose: readonly (readonly [HeadingMeaning, RegExp])[] = [
  ['ignore', /\b(photos?|passport|passeport|signature|arrival|departure|arrivee|depart)\b/],
  ['consentContact', /\b(consents?|consentement|partage|partager|share|shared)\b/],
  ['email', /\b(emails?|e mails?|mails?|courriels?)\b/],
  ['phone', /\b(phones?|telephones?|tel|mobile|whatsapp|gsm|cell)\b/],
  ['fullName', /\b(prenoms?|first names?|given names?)\b.*\b(nom|noms|surname|last name|family name)\b/],
  ['fullName', /\b(nom|noms|surname|last name|family name)\b.*\b(prenoms?|first names?|given names?)\b/],
  ['givenName', /\b(prenoms?|first names?|given names?)\b/],
  ['familyName', /\b(surname|family name|last name|nom de famille)\b/],
  ['team', /\b(country team|equipe pays|equipe)\b/],
  ['topicGroup', /\b(topic group|groupe thematique|working group|groupe de travail)\b/],
  ['organisation', /\b(organi[sz]ation|institution|structure|employer|employeur|ministry|ministere)\b/],
  ['role', /\b(position|job title|designation|fonction|poste)\b/],
  ['country', /\b(country|pays)\b/],
  ['language', /\b(languages?|langues?)\b/],
  ['sex', /\b(sex|sexe|gender)\b/],
  ['name', /\b(name|nom)\b/],
];

export interface Heading {
  readonly meaning: HeadingMeaning;
  /** Exact words say more than words found inside a longer text. */
  readonly isExact: boolean;
}

const longestHeading = 80;

/** @returns what a heading means, or null when it is none that we know */
export function headingOf(cell: string): Heading | null {
  if (cell.trim() === '#') return { meaning: 'ignore', isExact: true };
  const whole = folded(cell);
  if (whole === '' || whole.length > longestHeading) return null;
  const withoutBrackets = cell.replace(/\([^()]*\)/g, ' ');
  // "Nom / Name", "Nom | Name": two languages in one heading; "1. Nom": a number before it.
  for (const form of [cell, withoutBrackets, ...withoutBrackets.split(/[/|\n:]|\s[-–]\s/), withoutBrackets.replace(/^[\s\d.)]+/, '')]) {
    const meaning = exact.get(folded(form));
    if (meaning !== undefined) return { meaning, isExact: true };
  }
  const found = loose.find(([, pattern]) => pattern.test(whole));
  return found ? { meaning: found[0], isExact: false } : null;
}
