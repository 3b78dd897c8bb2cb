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

/** What a list may say about somebody. */
export const importFieldNames = [
  'fullName',
  'givenName',
  'familyName',
  'kind',
  'role',
  'organisation',
  'country',
  'sex',
  'language',
  'email',
  'phone',
  'team',
  'topicGroup',
  'consentContact',
  'status',
] as const;

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

/** Of two records that are one, the fields whose value is chosen. */
export const mergeableFields = {
  participants: [
    'fullName',
    'givenName',
    'familyName',
    'kind',
    'role',
    'organisationId',
    'country',
    'sex',
    'language',
    'email',
    'phone',
    'consentContact',
    'consentPhoto',
    'teamId',
    'topicGroupId',
    'arrival',
    'departure',
    'status',
  ],
  organisations: ['name', 'type', 'country'],
  teams: ['name', 'country', 'language', 'leadId', 'supportContact'],
} as const;

/** Who somebody is whose e-mail is known and whose name is not: the same person, somebody else, or somebody who takes that person's place. */
export const identityChoices = ['renamed', 'another', 'replaces'] as const;
