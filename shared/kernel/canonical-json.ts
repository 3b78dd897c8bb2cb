// One text for one JSON value, whatever the order of its keys: decides between values where nothing else does.

/** JSON with the keys of every object in order. An absent value gives an empty text. */
export function canonicalJson(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(value, inOrder);
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
