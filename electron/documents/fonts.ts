// The fonts of printed documents: Noto, shipped with the application. Latin, Greek and Cyrillic first; Arabic and Ethiopic where needed.
import { Font } from '@react-pdf/renderer';
import latinRegular from '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf';
import latinStrong from '@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf';
import arabicRegular from '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf';
import arabicStrong from '@expo-google-fonts/noto-sans-arabic/600SemiBold/NotoSansArabic_600SemiBold.ttf';
import ethiopicRegular from '@expo-google-fonts/noto-sans-ethiopic/400Regular/NotoSansEthiopic_400Regular.ttf';
import ethiopicStrong from '@expo-google-fonts/noto-sans-ethiopic/600SemiBold/NotoSansEthiopic_600SemiBold.ttf';

/** In the order in which they are asked for a character. */
const families = [
  { family: 'Noto Sans', regular: latinRegular, strong: latinStrong },
  { family: 'Noto Sans Arabic', regular: arabicRegular, strong: arabicStrong },
  { family: 'Noto Sans Ethiopic', regular: ethiopicRegular, strong: ethiopicStrong },
] as const;

export const fontFamilies: string[] = families.map(({ family }) => family);

/** For lines with Arabic script: brackets and spaces come from the font of the letters beside them, so that a line is not broken between them. */
export const arabicFirstFamilies: string[] = ['Noto Sans Arabic', 'Noto Sans', 'Noto Sans Ethiopic'];

/** Weight of headings and labels. */
export const strongWeight = 600;

let loading: Promise<void> | undefined;

/** Registers and reads the fonts, once per thread. */
export function loadFonts(): Promise<void> {
  loading ??= registerAndLoad();
  return loading;
}

async function registerAndLoad(): Promise<void> {
  for (const { family, regular, strong } of families) {
    Font.register({ family, fonts: [{ src: regular }, { src: strong, fontWeight: strongWeight }] });
  }
  Font.registerHyphenationCallback(wordParts);
  await Promise.all(families.map(({ family }) => Font.load({ fontFamily: family })));
}

/** Longer than any word of our languages: an address or a slip of the keyboard, which must not run out of its cell. */
const longestWord = 30;
const partLength = 10;

/** Words stay whole, since the library would hyphenate by English rules whatever the language; only what is longer than a word is broken. */
function wordParts(word: string): string[] {
  const characters = [...word];
  if (characters.length <= longestWord) return [word];
  const count = Math.ceil(characters.length / partLength);
  return Array.from({ length: count }, (_, index) => characters.slice(index * partLength, (index + 1) * partLength).join(''));
}

/** Characters that need no glyph of their own: controls such as line ends, marks of direction and joining, variation selectors. */
const unseen = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/u;

/** The characters of a text that no shipped font has, each once. `loadFonts` comes first. */
export function missingCharacters(text: string): readonly string[] {
  return [...new Set(text)].filter((character) => !unseen.test(character) && !hasGlyph(character.codePointAt(0) ?? 0));
}

/** Every text of every document is asked for: the answers are kept. */
const known = new Map<number, boolean>();

function hasGlyph(codePoint: number): boolean {
  const answer =
    known.get(codePoint) ??
    families.some(({ family }) => Font.getFont({ fontFamily: family })?.data?.hasGlyphForCodePoint(codePoint) === true);
  known.set(codePoint, answer);
  return answer;
}
