// Usual topics of topic groups, to choose from. The first four are those of the documented workshops (domain §2.1), the others our proposal.

export const topicPresets = [
  'strategicPlanning',
  'workforceAssessment',
  'recruitment',
  'performance',
  'retention',
  'informationSystems',
  'taskShifting',
  'preService',
  'inService',
  'leadership',
  'financing',
  'migration',
  'communityWorkers',
  'safety',
  'gender',
  'fboNgo',
] as const;
