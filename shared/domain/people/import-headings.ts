// What the heading of a column means, in English, French, Portuguese and Spanish, in any case and order, with or without accents; long
// questions of forms too.
import type { ImportTarget } from './import-model.ts';
import { folded } from './import-text.ts';

/** Headings that mean different things in different lists; their neighbours and their cells decide (import-columns.ts). */
export type HeadingMeaning = ImportTarget | 'name' | 'nome' | 'title' | 'roleOrKind' | 'state' | 'attends' | 'contact';

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
  ['contact', 'contact, contacts, coordonnées, contacto, contactos, contato, contatos'],
  [
    'organisation',
    'organisation, organization, org, org name, institution, affiliation, employer, ministry, agency, company, entity, workplace, place of work',
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
    'position, job title, job, designation, desig, function, post, occupation, profession, current position, position title, title/position',
  ],
  ['role', 'fonction, fonctions, poste, poste occupé, titre du poste, fonction/poste, emploi'],
  ['title', 'title, titre'],
  ['country', 'country, country of origin, country name, nationality, nom du pays, name of country, pays, pays d’origine, nationalité'],
  [
    'team',
    'team, teams, country team, team name, district team, delegation, équipe, équipes, équipe pays, équipe de pays, équipe nationale',
  ],
  ['team', 'nom de l’équipe, délégation'],
  ['topicGroup', 'topic group, topic, topic working group, thematic group, theme, working group, group, breakout group, groupe thématique'],
  ['topicGroup', 'groupe de travail, groupe, thème, groupe de thème'],
  [
    'language',
    'language, languages, lang, preferred language, pref lang, working language, language preference, langue, langues, langue préférée',
  ],
  ['language', 'langue de travail, langue parlée'],
  ['sex', 'sex, gender, sexe, genre, m/f, f/m, h/f, f/h'],
  [
    'kind',
    'kind, participant type, type of participant, participant category, category of participant, role at workshop, role in workshop',
  ],
  ['kind', 'role in the workshop, role at the workshop, workshop role, type de participant, catégorie de participant, rôle à l’atelier'],
  ['kind', 'rôle dans l’atelier, qualité de participation, took part as, participa como'],
  ['roleOrKind', 'role, rôle, qualité, type, category, catégorie, profile, profil, categoria, categoría'],
  ['state', 'status, statut, estado, account status, état'],
  [
    'attends',
    'rsvp, active, is active, enabled, actif, activo, ativo, attends, attending, attendance, attended, will attend, will you attend, participation status, attendance status, statut de participation, participation, présence, participera, presença',
  ],
  [
    'attends',
    'participação, asistencia, participación, asistirá, participará, participe, confirmação de presença, confirmación de asistencia',
  ],
  ['consentContact', 'consent, consents, consent to share contacts, consent to share contact details, contact consent, consent contact'],
  ['consentContact', 'consent share, consent to share, consent for sharing, share consent, consentement partage'],
  [
    'consentContact',
    'share contacts, share contact, share contact details, contacts may be shared, consentement, consentement contacts, accord',
  ],
  ['status', 'state of the registration, registration status, attendee status, état de l’inscription, statut de l’inscription'],
  ['contacts', 'phone and e-mail in one cell, téléphone et adresse dans une cellule'],
  ['consentContact', 'partage des contacts, partage des coordonnées, consentement au partage des coordonnées, autorisation de partage'],
  ['ignore', 'no, n°, nr, num, number, numéro, n° d’ordre, s/n, sn, serial number, id, signature, date, comment, comments, commentaires'],
  ['ignore', 'start, end, username, deviceid, instance id, submission date, display name of e-mail'],
  ['ignore', 'remarks, remarques, observations, notes, dietary needs, arrival, arrival date, departure, departure date, arrivée, départ'],
  [
    'ignore',
    'date d’arrivée, date de départ, civilité, salutation, honorific, passport, hotel, hôtel, middle name, photo consent, consent photo',
  ],
  [
    'fullName',
    'nome completo, nome e apelido, nome do participante, nombre completo, nombre y apellido, nombre y apellidos, nombres y apellidos',
  ],
  ['fullName', 'apellidos y nombres, participantes, apelido e nome'],
  // "Nome" is the given name beside "Apelido"; "Nombre" beside "Apellidos".
  ['nome', 'nome, nomes, nombre, nombres'],
  ['familyName', 'apelido, apelidos, sobrenome, último nome, nome de família, apellido, apellidos, primer apellido'],
  ['givenName', 'primeiro nome, nome próprio, primer nombre'],
  [
    'email',
    'correio electrónico, correio eletrónico, correio eletrônico, endereço electrónico, endereço de email, correo, correo electrónico',
  ],
  ['email', 'dirección de correo electrónico, work email, work e-mail'],
  ['phone', 'telefone, telemóvel, celular, contacto telefónico, número de telefone, teléfono, móvil, número de teléfono, telefones'],
  [
    'organisation',
    'instituição, organização, entidade, ministério, empresa, local de trabalho, institución, organización, entidad, ministerio',
  ],
  ['role', 'função, cargo, posto, puesto, função/cargo, profissão, profesión, función'],
  ['country', 'país, país de origem, país de origen, nacionalidade, nacionalidad'],
  ['team', 'equipa, equipe, equipo'],
  ['topicGroup', 'grupo temático, grupo de trabalho, grupo de trabajo, grupo, tema'],
  ['language', 'língua, idioma, idiomas, línguas'],
  ['sex', 'sexo, género, gênero'],
  ['kind', 'tipo de participante, função no workshop'],
  ['consentContact', 'consentimento, consentimiento'],
  ['fullName', 'الاسم, الاسم الكامل, اسم المشارك, اسم المشاركة, الاسم الثلاثي, الاسم الرباعي, الأسماء, ስም, ሙሉ ስም, ስም ከነአባት, የተሳታፊ ስም'],
  ['email', 'البريد, البريد الإلكتروني, الايميل, الإيميل, بريد إلكتروني, ኢሜይል, ኢሜል, የኢሜይል አድራሻ'],
  ['phone', 'الهاتف, رقم الهاتف, هاتف, الجوال, رقم الجوال, الهاتف المحمول, التلفون, رقم التلفون, ስልክ, ስልክ ቁጥር, የስልክ ቁጥር'],
  ['organisation', 'المؤسسة, الجهة, جهة العمل, المنظمة, الوزارة, الهيئة, مكان العمل, ድርጅት, መሥሪያ ቤት, መስሪያ ቤት, ተቋም'],
  ['role', 'الوظيفة, المسمى الوظيفي, المنصب, الصفة, የሥራ መደብ, የስራ መደብ, ኃላፊነት, የሥራ ድርሻ'],
  ['country', 'البلد, الدولة, الجنسية, ሀገር, አገር'],
  ['sex', 'الجنس, النوع, ጾታ, ፆታ'],
  ['language', 'اللغة, ቋንቋ'],
  ['team', 'الفريق, ቡድን'],
  ['ignore', 'الرقم, رقم, م, ملاحظات, التوقيع, التاريخ, تاريخ الميلاد, ተ.ቁ, ተራ ቁጥር, ፊርማ, ቀን, የልደት ቀን'],
  ['ignore', 'n.º, n.o, número de ordem, assinatura, firma, data, fecha, observações, observaciones, timestamp, horodateur, start time'],
  [
    'ignore',
    'completion time, heure de début, heure de fin, carimbo de data/hora, marca temporal, order date, order, quantity, ticket type',
  ],
  [
    'ignore',
    'date of birth, birth date, dob, date de naissance, data de nascimento, fecha de nacimiento, matricule, staff number, staff id',
  ],
];

const exact: ReadonlyMap<string, HeadingMeaning> = new Map(
  words.flatMap(([meaning, list]) => list.split(', ').map((word) => [folded(word), meaning] as const)),
);

/** True for a cell that is nothing but a word of a heading. */
export function isHeadingWord(cell: string): boolean {
  return exact.has(folded(cell));
}

/** What forms and lists ask beside the person: nothing of it is imported, whatever other words the heading holds. */
const beside: readonly RegExp[] = [
  /\b(photos?|passports?|passeports?|pasaporte|passaporte|visa|signatures?|arrival|departure|arrivee|depart|birth|naissance|nascimento|nacimiento)\b/,
  /\b(bank|banque|banco|iban|rib|nib|account|compte|conta|cuenta|payroll|matricule|(staff|employee|payroll|personnel|id) (no|nr|number|id|code))\b/,
  /\b(mobile money|orange money|airtel money|momo|m ?pesa|salary|salaire|salario|pension|tax|tin|nuit|nif|cni|cnss|nssf|nhif|bvn|ippis|ssnit)\b/,
  /\b(national id|identity|identite|identidade|identidad|identification|identificacao|identificacion|cedula|dni|bi n o|licen[cs]e)\b/,
  /\b(supervisors?|superviseur|supervisao|supervision|superieur|managers?|jefe|chefia|assistants?|assistante|secretary|secretaire|secretaria)\b/,
  /\b(emergency|urgence|emergencias?|next of kin|spouse|conjoint|conjuge|conyuge|husband|wife|mothers?|mere|madre|mae|fathers?|pere|padre|pai)\b/,
  /\b(grandfathers?|parents?|children|child|enfants?|guardian|tuteur|beneficiar\w*|beneficiaire|referees?|buyer|payer|cc|bcc|approver|enumerator)\b/,
  /\b((nominated|invited|recommended|registered|submitted|approved|prepared) by|nominators?|head of|chef (d|de|du)|fax|telecopie|pager|label|nick ?name|phonetic)\b/,
  /\b(prefix|suffix|middle name|maiden name|user principal name|file as|file name|dietary|allerg\w*|hotel|timestamp|horodateur|date)\b/,
  /\b((start|completion|submission) time|time stamp|(e ?mail|phone|name|telephone) type|(e ?mail|mail) display name|ip address|device)\b/,
];

/** Headings that name the people of a list where no other column does; beside another name they speak of somebody else. */
const goBetween =
  /\b(focal (point|person)|point focal|pontos? focal|punto focal|contact person|personne (a contacter|contact|de contact)|persona de contacto|pessoa de contacto)\b/;

export function isOfGoBetween(cell: string): boolean {
  return goBetween.test(folded(cell));
}

const qualifiers = new Set(
  'address addresses adresse endereco direccion value id number numbers no n nr num numero numeros nos of de du da do del the your votre and et e y or ou o 1 2 3 4 i ii work working office home personal private perso personnel personnelle professionnel professionnelle pro profissional profesional pessoal institucional institutional institutionnel institutionnelle official officiel officielle oficial business company corporate alternative alternate alternativo alternativa alternatif alt other autre outro otro second secondary secondaire secundario first primary primaire principal principale main direct directe direto directo fixe fixo fijo landline land line desk bureau domicile casa trabalho trabajo ligne with avec com con country code codes indicatif du pays international including incl participant participants participante delegate delegue nominee attendee contact valid active service serviço email emails mail mails courriel courriels electronique electronico eletronico correio correo phone phones telephone telephones tel mobile mobiles cell cellular cellphone whatsapp gsm portable telefone telefones telemovel telefono movil celular telephonique'.split(
    ' ',
  ),
);

/** True where nothing in a heading about contacts says that they could be somebody else's. */
export function isPlainlyOwn(cell: string): boolean {
  return folded(cell)
    .split(' ')
    .every((word) => qualifiers.has(word));
}

/** True for the name of somebody beside the person: the contacts behind it may be theirs. */
export function isOtherName(cell: string): boolean {
  const whole = folded(cell);
  const isOfPerson = /\b(middle|display|nick|prefix|suffix|phonetic|file|account|user|screen|bank)\b/.test(whole);
  return /\b(names?|noms?|nomes?|nombres?)\b/.test(whole) && !isOfPerson;
}

/** Columns that tools for forms add for themselves, as they write them. */
const ofTools =
  /^(_(id|uuid|submission_time|validation_status|notes|status|submitted_by|tags|index|attachments)|__version__|meta[-/].*|KEY)$/;

/** For longer headings ("Téléphone (avec indicatif du pays)") and questions; the word that comes first counts, of two at one place the first here. */
const loose: readonly (readonly [HeadingMeaning, RegExp])[] = [
  ['fullName', /\b(prenoms?|first names?|given names?)\b.*\b(nom|noms|surname|last name|family name)\b/],
  ['fullName', /\b(nom|noms|surname|last name|family name)\b.*\b(prenoms?|first names?|given names?)\b/],
  ['fullName', /\b(full name|nom complet|nome completo|nombre completo)\b/],
  ['givenName', /\b(prenoms?|first names?|given names?)\b/],
  ['familyName', /\b(surname|family name|last name|nom de famille|apelido|apellidos?)\b/],
  ['email', /\b(emails?|e mails?|mails?|courriels?|correio ele\w*|correo)\b/],
  [
    'phone',
    /\b(phones?|telephones?|telephoniques?|tel|mobile|whatsapp|gsm|cell|telefones?|telefonos?|telefonicos?|telemovel|celular|movil)\b/,
  ],
  ['team', /\b(country team|equipe pays|equipe)\b/],
  ['topicGroup', /\b(topic group|groupe thematique|working group|groupe de travail)\b/],
  ['organisation', /\b(organi[sz]ations?|institutions?|structure|employer|employeur|ministry|ministere|instituicao|institucion)\b/],
  ['role', /\b(position|job title|designation|fonction|poste|cargo)\b/],
  ['country', /\b(country|pays|pais)\b/],
  ['language', /\b(languages?|langues?|idioma|lingua)\b/],
  ['sex', /\b(sex|sexe|gender|sexo)\b/],
  ['attends', /\b(will|can|are) you (be )?(able to )?(attend|attending|participate|participating|join|joining|coming)\b/],
  ['attends', /\b(participerez|assisterez|viendrez) vous\b|\bconfirm\w* (your|votre) (attendance|participation|presence)\b/],
  ['name', /\b(name|nom)\b/],
  ['name', goBetween],
];

/** Sharing of contact details, as headings and as whole questions ask it: both what is done and with what must be said. */
const sharing = /\b(partages?|partager|partagees?|share|shared|sharing|partilha\w*|compart\w*)\b/;
const showing =
  /\b(circulated?|distributed?|published?|appear|included?|listed|communiqu\w*|transmis\w*|diffus\w*|figur\w*|incl(us|uses?|ure)|aparec\w*)\b/;
const ofContacts =
  /\b(contacts?|coordonnees|details?|phones?|telephones?|numbers?|numeros?|e ?mails?|courriels?|adresses?|addresses|contactos?|datos|dados|telefones?|telefonos?)\b/;
const agreeing =
  /\b(consents?|consentement|consentimento|consentimiento|agree|authori[sz]e|autoris(e|ez|er|ation)|autoriz(o|a|as|ar|acao|acion)|j?accept(e|ez)?|acept[ao]s?)\b/;

/** A question that is answered by yes where somebody does not agree. */
const turnedRound =
  /\b(not|dont|object|objection|oppose|opposez|opposition|refus\w*|ne|nautoris\w*|naccept\w*|nao|no (deseo|autorizo|acepto)|opt out|withhold|hide|hidden)\b/;

/** @returns whether a question asks if contacts may be handed on; null for a question of consent about something else, or one turned round */
function asksToShare(whole: string): boolean | null {
  const isShared = sharing.test(whole);
  const isAgreed = agreeing.test(whole);
  const isAboutContacts = (isShared || (isAgreed && showing.test(whole))) && ofContacts.test(whole);
  if (isAboutContacts && !turnedRound.test(whole)) return true;
  return isShared || isAgreed || isAboutContacts ? null : false;
}

/** Whose or what name it is, where that is none of the person. */
const otherNames =
  /\b(dutilisateur|user|file|fichier|nick|project|projet|facility|hospital|hopital|district|region|province|village|city|ville|school|ecole|company|event|street|device|course|training)\b/;

/** "What is the name of your organisation?" asks for the organisation. */
function withoutNameOf(whole: string): string {
  return whole.replace(/\b(names?|noms?|nome|nombre) (of|de|du|des|d|da|do|del) ((the|your|la|le|l|votre|vos|sua|seu|su) )?/, '');
}

export interface Heading {
  readonly meaning: HeadingMeaning;
  /** Exact words say more than words found inside a longer text. */
  readonly isExact: boolean;
}

/** Questions of forms are long; what is longer than this is a text. */
const longestHeading = 400;

/** A heading that speaks of an address and of a number at once: its cells say which is which. */
const bothContacts = /\b(tel|telephones?|phones?|mobile|telefones?|telefonos?)\b/;

/** "Full name (as in your passport)" asks for no passport. */
function asWrittenElsewhere(whole: string): string {
  return whole.replace(
    /\b(as|like|comme|tel que|telle que|tal como|como|conforme)\b.*\b(passports?|passeports?|pasaporte|passaporte|id|identite|identity)\b/,
    ' ',
  );
}

/** The question of a form that names its groups before it, or null for a heading that is none. */
function pathOf(cell: string): string | null {
  const steps = cell.trim().split('/');
  const isPath = steps.length > 1 && steps.every((step) => /^[a-z][\w-]*$/.test(step));
  const isOfForm = cell.includes('_') || /^(participants?|person|group|consent|contact|data|identity|identite|personne)\//.test(cell);
  return isPath && isOfForm ? (steps.at(-1) ?? null) : null;
}

/** The other ways in which a heading may hold a known word. */
function formsOf(cell: string): readonly string[] {
  const apart = cell.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  // "participant/phone_number": a form names the group of the question before the question.
  const path = pathOf(cell);
  if (path !== null) return [path];
  const withoutBrackets = cell.replace(/\([^()]*\)/g, ' ');
  // "Nom / Name", "Nom | Name": two languages in one heading; "1. Nom": a number before it.
  return [cell, withoutBrackets, ...withoutBrackets.split(/[/|\n:]|\s[-–]\s/), withoutBrackets.replace(/^[\s\d.)]+/, ''), apart];
}

/** @returns what a heading means, or null when it is none that we know */
export function headingOf(cell: string): Heading | null {
  if (cell.trim() === '#' || ofTools.test(cell.trim())) return { meaning: 'ignore', isExact: true };
  const whole = folded(cell);
  if (whole === '' || whole.length > longestHeading) return null;
  const share = asksToShare(whole);
  if (
    whole.length <= 80 &&
    bothContacts.test(whole) &&
    /\b(e mails?|emails?|mails?|courriels?|correio|correo|electronique|electronico)\b/.test(whole) &&
    share === false
  )
    return { meaning: 'contacts', isExact: true };
  const forms = formsOf(cell);
  for (const form of forms) {
    const meaning = exact.get(folded(form));
    if (meaning !== undefined) return { meaning, isExact: true };
  }
  const asked = asWrittenElsewhere(folded(pathOf(cell) ?? cell));
  if (share === true) return { meaning: 'consentContact', isExact: false };
  if (share === null || beside.some((pattern) => pattern.test(asked))) return { meaning: 'ignore', isExact: false };
  return loosely(withoutNameOf(asked)) ?? (otherNames.test(asked) ? null : loosely(asked));
}

function loosely(text: string): Heading | null {
  let found: { readonly meaning: HeadingMeaning; readonly at: number } | null = null;
  for (const [meaning, pattern] of loose) {
    const at = text.search(pattern);
    if (at >= 0 && (found === null || at < found.at)) found = { meaning, at };
  }
  if (found === null || (found.meaning === 'name' && otherNames.test(text))) return null;
  return { meaning: found.meaning, isExact: false };
}
