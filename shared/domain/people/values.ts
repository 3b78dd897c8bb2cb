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
  'ignore',
] as const;
