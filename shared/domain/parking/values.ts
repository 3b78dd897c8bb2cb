// The closed lists of this area, without schemas: pages show them and check nothing.

export const parkingStatuses = ['open', 'answered', 'assigned', 'dropped'] as const;
