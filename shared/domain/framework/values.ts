// The closed lists of this area, without schemas: pages show them and check nothing.

export const fieldIds = ['hrm', 'leadership', 'partnership', 'finance', 'education', 'policy'] as const;

export const phaseIds = ['situational-analysis', 'planning', 'implementation', 'monitoring-evaluation'] as const;
