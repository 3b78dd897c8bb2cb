// The closed lists of this area, without schemas: pages show them and check nothing.

export const sessionKinds = ['plenary', 'country-team', 'topic-group', 'break', 'lunch', 'desk', 'energiser'] as const;

/** What a session leaves behind. `notes` (notes and highlights) serves every session whose own record comes later. */
export const recordKinds = [
  'attendance',
  'notes',
  'parking-lot',
  'field-rating',
  'topics',
  'action-plans',
  'home-introduction',
  'checkpoints',
  'sign-off',
  'packs',
] as const;
