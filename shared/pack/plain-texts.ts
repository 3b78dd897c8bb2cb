// Takes out of texts what no file may hold: people paste from anywhere, and one such character makes a Word file that no program opens.

/** Control characters but tab and line feed, halves of characters, and two that XML excludes. */
// oxlint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/gu;

/** The same value with clean texts: line ends as line feeds, no control characters, no halves of characters. */
export function withPlainTexts<Value>(value: Value): Value {
  return cleaned(value) as Value;
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n').replace(unwritable, '');
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleaned(inner)]));
}
