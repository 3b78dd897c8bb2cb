// The closed lists of this area, without schemas: pages show them and check nothing.

export const ratingRounds = ['baseline', '6-months', '12-months'] as const;

export const confidences = ['low', 'medium', 'high'] as const;
