// Kinds of faults that lists of ministries, forms, mail programs and meetings bring: each as a person who looks at the list expects.
import { expect, test } from 'vitest';
import { readSource } from '../../../electron/intake/read-source.ts';
import { rebuildSheet } from '../../../electron/intake/sheet-xml.ts';
import { headingOf } from '../../../shared/domain/people/import-headings.ts';
import { emptyWorkshop, everything, guessedSelection, importInto, previewOf, sheetOf } from '../../support/import-fixtures.ts';

async function sheetsOf(text: string) {
  const found = await readSource({ bytes: new Uint8Array(Buffer.from(text)), fileName: 'list.csv' });
  if (!found.ok) throw new Error(found.failure.code);
  return found.value;
}

async function read(...lines: readonly string[]) {
  const sheets = await sheetsOf(lines.join('\n'));
  const { rows, setAside } = previewOf(emptyWorkshop().view, sheets);
  return {
    mapping: guessedSelection(sheets).selection.mapping,
    names: rows.map(({ person }) => person.fullName),
    parts: rows.map(({ person: { givenName, familyName } }) => [givenName, familyName]),
    contacts: rows.map(({ person }) => person.contacts.map(({ value }) => value)),
    people: rows.map(({ person }) => person),
    remarks: rows.flatMap(({ remarks }) => remarks.map(({ code, value }) => [code, value])),
    setAside: setAside.map(({ row, reason, value }) => [row, reason, value]),
  };
}

test.each([
  'Do you object to your contact details being shared?',
  'I do NOT want my contact details to be shared',
  'Je ne souhaite pas que mes coordonnées soient partagées',
  'Não autorizo a partilha dos meus contactos',
  'No deseo compartir mis datos de contacto',
  'I consent to the processing of my personal data for registration',
  'Consent to receive newsletter',
  'Agree to terms and conditions',
  'Shared room?',
  'Do you agree to be contacted by e-mail?',
  'Consent to photographs',
])('consent is taken from no question that asks for something else or is turned round: %s', (question) => {
  expect(headingOf(question)?.meaning ?? 'ignore').toBe('ignore');
});

test.each([
  'May we share your contact details with other participants?',
  'Do you agree that your name, e-mail and telephone number may be shared?',
  'Autorisez-vous le partage de vos coordonnées avec les autres participants ?',
  'J’accepte que mon numéro soit communiqué aux autres participants',
  'I agree that my contact data are shared in the contact list',
  'consent/share_contacts',
])('consent is taken from a question that asks whether contacts are shared: %s', (question) => {
  expect(headingOf(question)?.meaning).toBe('consentContact');
});

test('a column of yes without a heading is no consent', async () => {
  const list = await read('Ada Mensah,yes,a@example.org', 'Ben Test,no,b@example.org', 'Cy Test,yes,c@example.org');
  expect(list.mapping).toEqual(['fullName', 'ignore', 'email']);
});

test.each([
  'Manager’s Name',
  'Name Prefix',
  'Assistant’s Phone',
  'Telefone de emergência',
  'Contacto de emergência',
  'Emergency contact phone',
  'Nom du conjoint',
  'Supervisor email',
  'CC email',
  'Mobile Money Number',
  'N° compte mobile money',
  'Fax Number',
  'E-mail Display Name',
  'Phone 1 - Label',
  'Nom d’utilisateur',
  'Name of hospital',
])('somebody else’s name, number or address is none of the person’s: %s', (heading) => {
  expect(headingOf(heading)?.meaning ?? 'ignore').toBe('ignore');
});

test('“What is the name of your organisation?” asks for the organisation, as do “Nom du pays” and “emailAddress” for theirs', () => {
  const meanings = ['Quel est le nom de votre institution ou organisation ?', 'Nom du pays', 'emailAddress', 'pref_lang', 'org'].map(
    (heading) => headingOf(heading)?.meaning,
  );
  expect(meanings).toEqual(['organisation', 'country', 'email', 'language', 'organisation']);
});

test('several columns for numbers and addresses all count; one that is the same for everybody is that of the form', async () => {
  const phones = await read('Name,Phone (work),Mobile,WhatsApp', 'Ada Mensah,0302665651,0244000001,0244000001', 'Ben Test,,0244000002,');
  expect(phones.contacts).toEqual([['0302665651', '0244000001'], ['0244000002']]);
  const form = await read(
    'ID,Start time,Completion time,Email,Name,Your full name,Your official email address',
    '1,a,b,secretary@example.org,Office Secretary,Ada Mensah,ada@example.org',
    '2,a,b,secretary@example.org,Office Secretary,Ben Test,ben@example.org',
  );
  expect([form.names, form.contacts]).toEqual([
    ['Ada Mensah', 'Ben Test'],
    [['ada@example.org'], ['ben@example.org']],
  ]);
});

test('a name beside both parts of a name is that of whoever filled in the form, unless it is made of them', async () => {
  const form = await read('Name,First name,Last name', 'Sec Office,Ada,Mensah', 'Sec Office Two,Ben,Test');
  expect(form.names).toEqual(['Ada Mensah', 'Ben Test']);
  const own = await read('Name,First name,Last name', 'MENSAH Ada,Ada,Mensah', 'Ben Test,,');
  expect(own.names).toEqual(['MENSAH Ada', 'Ben Test']);
});

test('the columns of KoboToolbox stand in groups, those of the tool itself are not imported', async () => {
  const list = await read(
    'start;participant/full_name;participant/sex;participant/phone_number;_id;_validation_status;_status',
    'a;Abebe Bekele;male;+251911000001;1;;submitted_via_web',
  );
  expect(list.mapping).toEqual(['ignore', 'fullName', 'sex', 'phone', 'ignore', 'ignore', 'ignore']);
});

test('headings in Arabic and Amharic; headings in a language that we do not know are no person', async () => {
  const arabic = await read('الاسم الكامل,المؤسسة,البريد الإلكتروني,الهاتف', 'أحمد محمد,وزارة الصحة,a@example.org,٠١٠٠٠٠٠٠٠٠١');
  expect(arabic.mapping).toEqual(['fullName', 'organisation', 'email', 'phone']);
  expect(arabic.remarks).toEqual([]);
  expect((await read('ሙሉ ስም,ስልክ ቁጥር', 'አበበ በቀለ,+251911000001')).mapping).toEqual(['fullName', 'phone']);
  const unknown = await read('Jina kamili,Barua pepe', 'Asha Juma,asha@example.org', 'Juma Ali,juma@example.org');
  expect([unknown.names, unknown.setAside]).toEqual([['Asha Juma', 'Juma Ali'], [[1, 'heading', '']]]);
});

test('headings over two rows: the lower one counts, also where it is partly empty, and stands for nobody', async () => {
  const list = await read('Name,,Tel,Email', 'Surname,First name,,', 'MENSAH,Ada,0244000001,a@example.org');
  expect([list.names, list.setAside]).toEqual([['Ada MENSAH'], [[2, 'heading', '']]]);
  const above = await read('Nom et prénoms,Contacts,,Structure', ',Tél.,E-mail,', 'KONE Awa,0707000001,a@example.org,MSHP');
  expect(above.mapping).toEqual(['fullName', 'phone', 'email', 'organisation']);
  expect((await read('Name,Organisation,Email', '(1),(2),(3)', 'Ada Mensah,MoH,a@example.org')).names).toEqual(['Ada Mensah']);
});

test('a second table under the first one: its title and its headings are no persons', async () => {
  const list = await read(
    'Name,Join,Email,Role',
    'Ada Mensah,9:00,ada@example.org,Organizer',
    ',,,',
    '3. In-Meeting Activities,,,',
    'Name,Join Time,E-mail,Role',
    'Ben Test,9:01,ben@example.org,Presenter',
  );
  expect([list.names, list.setAside]).toEqual([
    ['Ada Mensah', 'Ben Test'],
    [
      [4, 'line', '3. In-Meeting Activities'],
      [5, 'heading', ''],
    ],
  ]);
});

test('notes, sentences and who signs under a list are no persons', async () => {
  const list = await read(
    'Nom;Prénom;Pays',
    'KONE;Awa;Togo',
    'BA;Ousmane;Mali',
    'NB : liste provisoire;;',
    ';;',
    'Arrêté la présente liste à 2 participants;;',
    'Dr YAO Kouassi;;',
  );
  expect([list.names, list.setAside.map(([row, reason]) => [row, reason])]).toEqual([
    ['Awa KONE', 'Ousmane BA'],
    [
      [4, 'line'],
      [6, 'line'],
      [7, 'line'],
    ],
  ]);
});

test('the country of a line is the country alone, also by its long name', async () => {
  const lines = [
    '--- KENYA ---',
    'UNITED REPUBLIC OF TANZANIA',
    'République islamique de Mauritanie',
    'FEDERAL DEMOCRATIC REPUBLIC OF ETHIOPIA',
  ];
  const list = await read('Name;Organisation', ...lines.flatMap((line) => [`${line};`, 'Tom Otieno;MoH', 'Jane Wanjiru;MoF']));
  expect(list.setAside.map(([, reason]) => reason)).toEqual(['country', 'country', 'country', 'country']);
  expect(list.setAside[0]).toEqual([2, 'country', 'KENYA']);
});

test.each([
  ['Status', 'Replaced by Cy Test'],
  ['Status', 'Sent apologies'],
  ['Approval Status', 'denied'],
  ['Statut', 'Désinscrit'],
  ['Estado', 'Desistência'],
  ['RSVP', 'Declined'],
  ['Attended', 'No'],
  ['Will you be attending in person?', 'No'],
  ['Account status', 'Disabled'],
  ['Participation', 'Annulée'],
])('whoever does not come is set aside by themselves: %s, %s', async (heading, state) => {
  const good = heading === 'Attended' || heading.startsWith('Will') ? 'Yes' : 'Confirmed';
  const list = await read(`Name;${heading};Organisation`, `Ada Mensah;${good};MoH`, `Ben Test;${state};MoH`, `Cy Test;${good};MoH`);
  expect([list.names, list.setAside]).toEqual([['Ada Mensah', 'Cy Test'], [[3, 'status', state]]]);
});

test('a state behind a name is none of the name', async () => {
  const list = await read('Name,Organisation', 'Ada Mensah - cancelled,MoH', 'Kofi Boateng (replaced by Ama Darko),MoF', 'Esi Owusu,NMC');
  expect([list.names, list.setAside.map(([, reason, value]) => [reason, value])]).toEqual([
    ['Esi Owusu'],
    [
      ['status', 'cancelled'],
      ['status', 'replaced by Ama Darko'],
    ],
  ]);
});

test('marital status, and a status that is no state of a registration, are nobody’s function', async () => {
  const list = await read('Name,Status,Marital status', 'Ada Mensah,Civil servant,Single', 'Ben Test,Contract,Married');
  expect(list.mapping).toEqual(['fullName', 'ignore', 'ignore']);
});

test('an address and a number in the cell of the name are contacts, never part of the name', async () => {
  const list = await read(
    'Participants;Organisation',
    'Ada Mensah <ada@example.org>;MoH',
    'Esi Owusu (esi@example.org);NMC',
    '"Kofi Boateng\nkofi@example.org\n0244000001";MoF',
    'yaw@example.org;WHO',
  );
  expect(list.names).toEqual(['Ada Mensah', 'Esi Owusu', 'Kofi Boateng', '']);
  expect(list.contacts).toEqual([['ada@example.org'], ['esi@example.org'], ['kofi@example.org', '0244000001'], ['yaw@example.org']]);
  expect(list.remarks).toEqual([['name-missing', '']]);
});

test.each([
  'To: "Ada Mensah" <ada@example.org>; "Boateng, Kofi" <kofi@example.org>; esi@example.org',
  'Ada Mensah <ada@example.org>, Boateng, Kofi <kofi@example.org>, esi@example.org',
  "'Ada Mensah' <ada@example.org>;\r\n'Boateng, Kofi' <kofi@example.org>;\r\n'esi@example.org' <esi@example.org>;",
])('the line of recipients of a mail is a list: %s', async (line) => {
  const list = await read(line);
  expect(list.names).toEqual(['Ada Mensah', 'Boateng, Kofi', '']);
  expect(list.contacts).toEqual([['ada@example.org'], ['kofi@example.org'], ['esi@example.org']]);
});

test.each([
  ['MENSAH, Ada Esi', 'Ada Esi', 'MENSAH'],
  ['Boateng, Kofi', 'Kofi', 'Boateng'],
  ['Dr. OWUSU Esi (Mrs)', 'Esi', 'OWUSU'],
  ['Eng.ª Ana REIS', 'Ana', 'REIS'],
  ['Dr Kofi BOATENG PhD', 'Kofi', 'BOATENG'],
  ['A. Mensah', '', ''],
  ['J.K. Mensah', '', ''],
  ['Hon. Ada Mensah, MP', '', ''],
  ['Ada Mensah, Director', '', ''],
])('titles, commas, initials and degrees in a name: %s', async (name, givenName, familyName) => {
  expect((await read('Name;Organisation', `${name};MoH`)).parts).toEqual([[givenName, familyName]]);
});

test.each([
  ['77 000 00 03 - 76 000 00 04', ['77 000 00 03', '76 000 00 04']],
  ['77 000 00 03 et 76 000 00 04', ['77 000 00 03', '76 000 00 04']],
  ['770000003 760000004', ['770000003', '760000004']],
  ['0244000002 ::: 0244000003', ['0244000002', '0244000003']],
  ['Mob: 0244000002 / WhatsApp: 0244000003', ['0244000002', '0244000003']],
  ['+233 - 24 - 4000003', ['+233 - 24 - 4000003']],
  ["'0244000001", ['0244000001']],
  ['2.54700123456E+11', ['254700123456']],
  ['2.547E+11', []],
  ['call office', []],
  ['+233 302 665 651 ext. 204', ['+233 302 665 651 ext. 204']],
  ['O244000001', ['O244000001']],
])('numbers of one cell: %s', async (cell, values) => {
  expect((await read('Name;Phone;Mobile', `Ada Mensah;${cell};0244999999`)).contacts).toEqual([[...values, '0244999999']]);
});

test('what stands among contacts and is none is named; a column of addresses with numbers in it is read as both', async () => {
  const list = await read('Name;Contacts', 'Ada Mensah;B.P. 123 Abidjan, Cel 07 07 00 00 02, a@example.org', 'Ben Test;b@example.org');
  expect([list.contacts, list.remarks]).toEqual([
    [['a@example.org', '07 07 00 00 02'], ['b@example.org']],
    [['not-a-phone', 'B.P. 123 Abidjan']],
  ]);
  const mixed = await read('Nom;Courriel', 'Awa Diallo;a@example.org - 77 000 00 01', 'Idy Sy;i@example.org / 77 000 00 02');
  expect(mixed.contacts).toEqual([
    ['a@example.org', '77 000 00 01'],
    ['i@example.org', '77 000 00 02'],
  ]);
});

test('what programs write where there is nothing is nothing', async () => {
  const list = await read(
    'Name,Organisation,Email,Phone',
    'Ada Mensah,NULL,NaN,null',
    'Ben Test,(blank),undefined,nan',
    'Nan Null,n/a,None,None',
  );
  expect(list.people.map(({ fullName, organisation, contacts }) => [fullName, organisation, contacts])).toEqual([
    ['Ada Mensah', '', []],
    ['Ben Test', '', []],
    ['Nan Null', '', []],
  ]);
});

test('whole lines in quotes, and quotes with a stroke before them, are cut into their cells', async () => {
  const wrapped = await read('"Name,Organisation,Email"', '"Ada Mensah,""MoH, Accra"",a@example.org"', 'Kofi Boateng,MoF,k@example.org');
  expect(wrapped.people.map(({ fullName, organisation }) => [fullName, organisation])).toEqual([
    ['Ada Mensah', 'MoH, Accra'],
    ['Kofi Boateng', 'MoF'],
  ]);
  const escaped = await read('Name,Organisation,Email', 'Ada Mensah,"The \\"Big\\" Hospital, Accra",a@example.org');
  expect(escaped.people[0]).toMatchObject({ organisation: 'The "Big" Hospital, Accra', contacts: [{ value: 'a@example.org' }] });
});

test('the letter A is anglais beside F alone, Arabic beside E', async () => {
  expect((await read('Nom;Langue', 'Awa Diallo;F', 'John Fru;A')).people.map(({ language }) => language)).toEqual(['F', 'Anglais']);
  expect((await read('Name;Language', 'Awa;F', 'John;E', 'Ali;A')).people.map(({ language }) => language)).toEqual(['F', 'E', 'A']);
});

test('two people of one given name write from the mailbox of an office: it is asked who it is, and no consent passes on', () => {
  const workshop = emptyWorkshop();
  importInto(
    workshop,
    sheetOf(['Name', 'Email', 'Consent'], ['Ada Mensah', 'info@moh.example', 'yes'], ['Esi Owusu', 'esi@moh.example', 'yes']),
  );
  const again = sheetOf(['Name', 'Email'], ['Ada Boateng', 'info@moh.example'], ['Esi Addo', 'esi@moh.example']);
  expect(previewOf(workshop.view, again).rows.map(({ state }) => state)).toEqual(['question', 'changed']);
});

test('whoever has moved to another organisation is known by name and number', () => {
  const workshop = emptyWorkshop();
  importInto(workshop, sheetOf(['Name', 'Organisation', 'Phone'], ['Ada Mensah', 'MoH', '0244000001'], ['Ben Test', 'MoH', '0244000002']));
  const again = sheetOf(['Name', 'Organisation', 'Phone'], ['Dr Ada Mensah', 'MoF', '+233 244 000 001'], ['Ben Test', 'MoF', '0244999999']);
  const { rows } = importInto(workshop, again, { ...everything, skippedRows: [3] });
  expect(rows.map(({ state }) => state)).toEqual(['changed', 'new']);
});

test('rows and columns that are pulled together until nothing is seen are hidden; cells merged to both sides count for each row', () => {
  const xml =
    '<worksheet><cols><col min="2" max="2" width="0"/></cols><sheetData><row r="1" ht="0" customHeight="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A2:C4"/></mergeCells></worksheet>';
  expect(rebuildSheet(xml, 0, () => null)).toMatchObject({
    hiddenRows: [1],
    hiddenColumns: [1],
    mergedDown: [{ column: 1, firstRow: 2, lastRow: 4 }],
  });
});

test('address cards are a list: folded lines, several contacts, old encodings', async () => {
  const list = await read(
    'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Mensah;Ada;;Dr;\r\nFN:Dr Ada Men\r\n sah\r\nORG:Ministry of Health\\, Accra;HR\r\nTITLE:Director\r\nitem1.EMAIL;TYPE=INTERNET:ada@example.org\r\nTEL;TYPE=CELL:+233244000001\r\nTEL;TYPE=WORK:+233302000001\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:2.1\r\nN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Kon=C3=A9;A=C3=AFcha\r\nEND:VCARD\r\n',
  );
  expect(
    list.people.map(({ fullName, organisation, role, contacts }) => [fullName, organisation, role, contacts.map(({ value }) => value)]),
  ).toEqual([
    ['Dr Ada Mensah', 'Ministry of Health, Accra', 'Director', ['ada@example.org', '+233244000001', '+233302000001']],
    ['Aïcha Koné', '', '', []],
  ]);
  expect(list.parts).toEqual([
    ['Ada', 'Mensah'],
    ['Aïcha', 'Koné'],
  ]);
});

test('contacts of a focal point, of whoever leads or of anybody whom we do not know are none of the person’s', async () => {
  const list = await read(
    'Participant Name,Participant Email,Office phone,Driver’s mobile,Focal point name,Focal point email,Head of institution phone,Ministry',
    'Ada Mensah,a@example.org,0302000001,0244000095,Fo Cal,f@example.org,0244000099,MoH',
    'Ben Test,b@example.org,0302000002,0244000096,Fo Two,g@example.org,0244000098,MoF',
  );
  expect(list.contacts).toEqual([
    ['a@example.org', '0302000001'],
    ['b@example.org', '0302000002'],
  ]);
  const points = await read('Focal point,Organisation,Email', 'Ada Mensah,MoH,a@example.org', 'Ben Test,MoF,b@example.org');
  expect(points.mapping).toEqual(['fullName', 'organisation', 'email']);
});

test('of several states of a registration each may leave somebody out; the days of a workshop do not', async () => {
  const list = await read(
    'Name,Registration Status,Payment status,Attending Day 1',
    'Ada Mensah,Complete,Refunded,Yes',
    'Ben Test,Complete,Paid,No',
    'Cy Test,Cancelled,Paid,Yes',
  );
  expect([list.names, list.setAside.map(([row, , value]) => [row, value])]).toEqual([
    ['Ben Test'],
    [
      [2, 'Refunded'],
      [4, 'Cancelled'],
    ],
  ]);
});

test('where the ministry of several countries has one name, whoever names no country is given none of them', () => {
  const workshop = emptyWorkshop();
  const columns = ['Name', 'Organisation', 'Country'];
  importInto(
    workshop,
    sheetOf(
      columns,
      ['A One', 'Ministry of Health', 'Togo'],
      ['B Two', 'Ministry of Health', 'Mali'],
      ['C Three', 'Ministry of Health', ''],
    ),
  );
  const { view } = workshop;
  const countries = [...view.all('participants')].map(({ organisationId }) => view.get('organisations', organisationId ?? '')?.country);
  expect(countries).toEqual(['Togo', 'Mali', '']);
  expect(previewOf(view, sheetOf(columns.slice(0, 2), ['C Three', 'Ministry of Health'])).newOrganisations).toEqual([]);
});

test('of two tables side by side the contacts of the second one are nobody’s in the first', async () => {
  const list = await read(
    'Name,Email,Phone,,Name,Email,Phone',
    'Ada Mensah,a@example.org,0244000001,,Tom Otieno,t@example.org,0712000001',
    'Esi Owusu,e@example.org,0244000002,,Jane W,j@example.org,0712000002',
  );
  expect(list.contacts).toEqual([
    ['a@example.org', '0244000001'],
    ['e@example.org', '0244000002'],
  ]);
});
