// Amounts of money as people type them, kept as decimal text so that nothing is rounded.

/**
 * Reads `12 000,50`, `12,000.50` or `12000`.
 * A single separator before exactly three digits groups thousands where the language writes it so, else it begins the decimals.
 * @returns a decimal text such as `12000.5` as typed after the point, '' for an empty text, null when it is no amount
 */
export function parseAmount(typed: string, language: string): string | null {
  const text = typed.replace(/[\s\u00A0\u202F'’]/g, '');
  if (text === '') return '';
  if (!/^[\d.,]+$/.test(text) || !/\d/.test(text)) return null;
  const separators = text.replace(/\d/g, '');
  const decimal = decimalSeparator(text, separators, language);
  const [whole = '', fraction = ''] = decimal === null ? [text] : splitAtLast(text, decimal);
  const grouped = whole.split(/[.,]/);
  if (!grouped.slice(1).every((group) => group.length === 3) || fraction.length > 4) return null;
  const digits = grouped.join('').replace(/^0+(?=\d)/, '');
  if (digits.length > 15) return null;
  return `${digits === '' ? '0' : digits}${fraction === '' ? '' : `.${fraction}`}`;
}

function decimalSeparator(text: string, separators: string, language: string): string | null {
  const last = separators.at(-1);
  if (last === undefined) return null;
  const kinds = new Set(separators).size;
  if (kinds === 2) return separators.indexOf(last) === separators.length - 1 ? last : null;
  if (separators.length > 1) return null;
  const isThousands = /^\d{1,3}[.,]\d{3}$/.test(text) && last === (language === 'fr' ? '.' : ',');
  return isThousands ? null : last;
}

function splitAtLast(text: string, separator: string): readonly [string, string] {
  const at = text.lastIndexOf(separator);
  return [text.slice(0, at), text.slice(at + 1)];
}

/** An amount with the language's separators: `12,000.50`. All decimals that were typed stay. */
export function amountWords(amount: string, locale: string): string {
  if (amount === '') return '';
  const decimals = amount.split('.')[1]?.length ?? 0;
  return new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(amount as `${number}`);
}
