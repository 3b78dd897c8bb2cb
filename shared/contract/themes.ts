// The appearances that settings offer, without schemas: pages show them and check nothing.

export const themes = ['system', 'light', 'dark'] as const;
