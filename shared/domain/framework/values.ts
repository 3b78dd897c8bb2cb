// The closed lists of this area, without schemas: pages show them and check nothing.

export const fieldIds = ['hrm', 'leadership', 'partnership', 'finance', 'education', 'policy'] as const;

export const phaseIds = ['situational-analysis', 'planning', 'implementation', 'monitoring-evaluation'] as const;

/** Scales, rhythms and forms that the product offers; data/framework/instruments.json says where each comes from. */
export const instrumentIds = ['rating-scale', 'topic-scores', 'factor-answers', 'follow-up-rhythm', 'status-form', 'sign-off'] as const;
