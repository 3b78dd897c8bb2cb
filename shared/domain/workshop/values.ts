// The closed lists of this area, without schemas: pages show them and check nothing.

/** The only id in the collection `workshop`: natural key of a record that exists once. */
export const workshopRecordId = 'workshop';

export const workshopStatuses = ['draft', 'ready', 'running', 'closed'] as const;

export const organiserRoles = ['secretariat', 'facilitator', 'rapporteur', 'interpreter', 'contact'] as const;
