// The direction of a text: that of its first letter or mark that has one (Unicode UAX 9, rules P2 and P3).

const firstStrong = /[\p{L}\u200e\u200f]/u;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u200f]/u;

/** `ltr` for a text without letters. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const first = firstStrong.exec(text)?.[0];
  return first !== undefined && rightToLeft.test(first) ? 'rtl' : 'ltr';
}

export function hasArabic(text: string): boolean {
  return /\p{Script=Arabic}/u.test(text);
}
