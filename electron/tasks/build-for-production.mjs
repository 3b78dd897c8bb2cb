// @ts-check
// Runs one vite build whose result does not depend on the shell it was started from.

/**
 * Vite and its plugins take a NODE_ENV that is already set (by a test runner, by a developer's profile) over the mode they are given, and
 * would mix development code into the bundle.
 * @param {import('vite').InlineConfig} config
 */
export async function buildForProduction(config) {
  // Loaded only when something has to be built: a start with fresh bundles must not wait for it.
  const { build } = await import('vite');
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await build(config);
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}
