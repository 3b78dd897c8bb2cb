// The closed lists of this area, without schemas: pages show them and check nothing.

export const planStatuses = ['draft', 'in-review', 'agreed', 'in-progress', 'done', 'changed', 'dropped'] as const;

export const stepStatuses = ['not-started', 'in-progress', 'done', 'blocked', 'changed', 'dropped'] as const;

export const factorAnswers = ['yes', 'partly', 'no'] as const;

export const indicatorTypes = ['input', 'process', 'output', 'outcome'] as const;
