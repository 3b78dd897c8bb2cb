// One row of a list as a person: which cell is which field, what is worth a remark.
import { contactKey, contactsInCell, isEmailValid, isPhoneUsual, nameApart } from './import-contacts.ts';
import type { ImportedContact, ImportedPerson, ImportField, ImportRemark, ImportTarget } from './import-model.ts';
import { isDash, isHonorific, saysNothing, tidied } from './import-text.ts';
import { partsByCapitals, partsByComma } from './rules.ts';
import { consentOf, kindOf } from './import-words.ts';
import { longestText, titleLimit } from '../../kernel/limits.ts';

/**
 * @param cells of one row, as a person sees them
 * @param mapping what each column holds; where two columns hold the same, the first one with something in it counts
 */
export function personOf(cells: readonly string[], mapping: readonly ImportTarget[]): ImportedPerson {
  const texts = new Map<ImportTarget, string>();
  for (const [column, target] of mapping.entries()) {
    if (target === 'ignore' || texts.has(target)) continue;
    const cell = cells[column] ?? '';
    const text = isNameTarget(target) ? withoutDash(nameApart(cell).name) : withoutNothing(cell);
    if (text !== '') texts.set(target, text);
  }
  const text = (target: ImportTarget): string => texts.get(target) ?? '';
  const { givenName, familyName } = partsOf(mapping, text);
  return {
    fullName: text('fullName') || [givenName, familyName].filter((part) => part !== '').join(' '),
    familyName,
    givenName,
    contacts: contactsOf(cells, mapping),
    organisation: text('organisation'),
    role: text('role'),
    country: text('country'),
    // Teams are country teams (domain §1): a list that has countries and no teams means them.
    team: mapping.includes('team') ? text('team') : teamByCountry(text('kind'), text('country')),
    topicGroup: text('topicGroup'),
    language: text('language'),
    sex: text('sex'),
    kind: text('kind'),
    consentContact: text('consentContact'),
  };
}

/** A list with one column for the name says by capitals which part is the family name; titles are no part of the given name. */
function partsOf(
  mapping: readonly ImportTarget[],
  text: (target: ImportTarget) => string,
): Pick<ImportedPerson, 'givenName' | 'familyName'> {
  if (mapping.includes('givenName') || mapping.includes('familyName'))
    return { givenName: text('givenName'), familyName: text('familyName') };
  const name = text('fullName').split(' ');
  const untitled = name.slice(name.findIndex((word) => !isHonorific(word))).join(' ');
  const parts = partsByCapitals(untitled) ?? partsByComma(untitled);
  const given = parts?.givenName
    .split(' ')
    .filter((word) => !isHonorific(word))
    .join(' ');
  return parts && given ? { givenName: given, familyName: parts.familyName } : { givenName: '', familyName: '' };
}

/** Facilitators, observers and interpreters stand outside the teams unless the list puts them into one. */
export function teamByCountry(kind: string, country: string): string {
  return (kindOf(kind) ?? 'participant') === 'participant' ? country : '';
}

/** Every column with contacts counts: many lists have an office number and a mobile one. */
function contactsOf(cells: readonly string[], mapping: readonly ImportTarget[]): readonly ImportedContact[] {
  const found = new Map<string, ImportedContact>();
  const add = (kind: ImportedContact['kind'], cell: string): void => {
    for (const contact of linesOf(kind, cell).flatMap((line) => contactsInCell(kind, line))) {
      const key = contactKey(contact);
      if (!found.has(key)) found.set(key, contact);
    }
  };
  for (const [column, target] of mapping.entries()) {
    const cell = cells[column] ?? '';
    if (target === 'email' || target === 'phone') add(target, cell);
    if (!isNameTarget(target)) continue;
    const { email, phone } = nameApart(cell);
    add('email', email);
    add('phone', phone);
  }
  return [...found.values()];
}

function isNameTarget(target: ImportTarget): boolean {
  return target === 'fullName' || target === 'familyName' || target === 'givenName';
}

/** Two numbers often stand on two lines of one cell; a number that was broken over two lines is one. */
function linesOf(kind: ImportedContact['kind'], cell: string): readonly string[] {
  const lines = cell
    .split(/[\r\n]+/)
    .map(tidied)
    .filter((line) => line !== '');
  return kind === 'phone' && lines.length > 1 && lines.every(isPhoneUsual) ? lines : [cell];
}

function withoutDash(cell: string): string {
  const text = tidied(cell);
  return isDash(text) ? '' : text;
}

/** Nothing stays of what a program writes where there is nothing; of a name it does: people are called Nan and Null. */
function withoutNothing(cell: string): string {
  const text = withoutDash(cell);
  return saysNothing(text) ? '' : text;
}

/** True when the row says nothing about anybody. */
export function isNobody({ contacts, ...texts }: ImportedPerson): boolean {
  return contacts.length === 0 && Object.values(texts).every((text) => text === '');
}

/**
 * What is to be said about a person by itself, without looking at other rows.
 * @param uncalculated fields whose cell holds a formula without a result
 */
export function remarksOn(person: ImportedPerson, uncalculated: readonly ImportField[]): readonly ImportRemark[] {
  const remarks: ImportRemark[] = [];
  const isNameUncalculated = person.fullName === '' && uncalculated.some(isNameField);
  if (person.fullName === '' && !isNameUncalculated) remarks.push({ level: 'problem', code: 'name-missing', field: 'fullName', value: '' });
  for (const field of uncalculated) {
    remarks.push({
      level: isNameUncalculated && isNameField(field) ? 'problem' : 'warning',
      code: 'formula-without-value',
      field,
      value: '',
    });
  }
  const { contacts, ...texts } = person;
  const values = [
    ...(Object.entries(texts) as [ImportField, string][]),
    ...contacts.map(({ kind, value }): [ImportField, string] => [kind, value]),
  ];
  for (const [field, value] of values) {
    if (value.length > longestText)
      remarks.push({ level: 'problem', code: 'text-too-long', field, value: `${value.slice(0, titleLimit)}…` });
  }
  if (person.fullName.length > titleLimit && person.fullName.length <= longestText) {
    remarks.push({ level: 'warning', code: 'text-too-long', field: 'fullName', value: `${person.fullName.slice(0, titleLimit)}…` });
  }
  for (const { kind, value } of contacts) {
    if (kind === 'email' && !isEmailValid(value)) remarks.push({ level: 'warning', code: 'email-invalid', field: kind, value });
    if (kind === 'phone' && !isPhoneUsual(value)) remarks.push({ level: 'warning', code: 'phone-unusual', field: kind, value });
  }
  if (person.kind !== '' && kindOf(person.kind) === null)
    remarks.push({ level: 'warning', code: 'kind-unknown', field: 'kind', value: person.kind });
  if (consentOf(person.consentContact) === null) {
    remarks.push({ level: 'warning', code: 'consent-unclear', field: 'consentContact', value: person.consentContact });
  }
  return remarks;
}

function isNameField(field: ImportField): boolean {
  return field !== 'status' && isNameTarget(field);
}
