// The closed lists of this area, without schemas: pages show them and check nothing.

export const checkpointKinds = ['30', '60', '90', '180', '365'] as const;
