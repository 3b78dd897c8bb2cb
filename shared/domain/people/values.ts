// The closed lists of this area, without schemas: pages show them and check nothing.

export const organisationTypes = [
  'ministry-of-health',
  'other-ministry',
  'regulator',
  'training-institution',
  'fbo',
  'ngo',
  'private',
  'professional-association',
  'union',
  'donor',
  'un',
  'research',
  'other',
] as const;

export const participantKinds = ['participant', 'facilitator', 'resource-person', 'observer', 'interpreter', 'staff'] as const;

export const participantStatuses = ['expected', 'present', 'left', 'replaced'] as const;

export const halves = ['morning', 'afternoon'] as const;

export const attendanceStates = ['present', 'absent', 'excused'] as const;

/** How somebody is reached. */
export const contactKinds = ['email', 'phone'] as const;

/**
 * What somebody lets be done with a contact. Handing it out in packs is all that people have been asked for so far: a consent holds for that
 * and for nothing else, such as a group chat, which is a purpose of its own and has to be asked for.
 */
export const contactPurposes = ['packs'] as const;

/** What a list of people has a column for, ours and those of others, in the order of our own. */
export const listedFields = [
  'fullName',
  'givenName',
  'familyName',
  'kind',
  'role',
  'organisation',
  'country',
  'team',
  'topicGroup',
  'email',
  'phone',
] as const;

/** What a list may say about somebody. */
export const importFieldNames = [...listedFields, 'sex', 'language', 'consentContact', 'status'] as const;

/** What a column may hold. */
export const importTargets = [
  'fullName',
  'familyName',
  'givenName',
  'email',
  'phone',
  'organisation',
  'role',
  'country',
  'team',
  'topicGroup',
  'language',
  'sex',
  'kind',
  'consentContact',
  /** Addresses and numbers in one cell, told apart by their look. */
  'contacts',
  /** Whether a registration still holds: cancelled ones are set aside. */
  'status',
  'ignore',
] as const;

/** How the bytes of a list may be read, the likeliest first. `utf-8-twice`: read as Windows-1252 and saved as UTF-8 once more. */
export const textEncodings = [
  'utf-8',
  'windows-1252',
  'cp850',
  'macintosh',
  'cp437',
  'iso-8859-15',
  'cp852',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1256',
  'utf-16le',
  'utf-16be',
  'utf-8-twice',
] as const;

export type TextEncoding = (typeof textEncodings)[number];

/** What is known of a participant and is one value, in the order of a form. */
const participantValues = [
  'fullName',
  'givenName',
  'familyName',
  'kind',
  'role',
  'organisationId',
  'country',
  'sex',
  'language',
  'consentPhoto',
  'teamId',
  'topicGroupId',
  'arrival',
  'departure',
  'status',
] as const;

/** The fields of a participant that are set one by one. */
export const participantFields = [...participantValues, 'contacts'] as const;

/** Of two records that are one, the fields whose value is chosen. Contacts of both people stay: nobody has to choose between them. */
export const mergeableFields = {
  participants: participantValues,
  organisations: ['name', 'type', 'country'],
  teams: ['name', 'country', 'language', 'leadId', 'supportContact'],
} as const;

/** Why a row of a list stays out by itself. */
export const setAsideReasons = ['status', 'country', 'total', 'signature', 'line', 'heading', 'vacant', 'unmapped', 'hidden'] as const;

/** The longest text that a cell takes when it is corrected by hand: as long as a spreadsheet lets a cell be. */
export const longestCellText = 32_767;

/** Who somebody is whose e-mail is known and whose name is not: the same person, somebody else, or somebody who takes that person's place. */
export const identityChoices = ['renamed', 'another', 'replaces'] as const;
