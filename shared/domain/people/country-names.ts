// Whether a text is the name of a country, in the languages in which lists come. Names come from the standard tables of the platform.
import { folded } from './import-text.ts';

const languages = ['en', 'fr', 'pt', 'es'] as const;

/** Names in use beside those of the tables. */
const others =
  'Ivory Coast, Cote d Ivoire, Swaziland, DRC, RDC, DR Congo, RD Congo, Democratic Republic of the Congo, République démocratique du Congo, Congo Brazzaville, Congo Kinshasa, The Gambia, Cape Verde, Republic of Congo, Centrafrique, RCA, CAR, UK, USA, Tanzanie, Burkina, Guinea Bissau, Guinée Bissau, Guinée équatoriale, South Sudan, Soudan du Sud';

let known: ReadonlySet<string> | null = null;

function names(): ReadonlySet<string> {
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const found = new Set(others.split(', ').map(folded));
  for (const language of languages) {
    const displayed = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
      const name = displayed.of(code);
      if (name !== undefined) found.add(folded(name));
    }
  }
  return found;
}

export function isCountryName(text: string): boolean {
  known ??= names();
  const name = folded(text).replace(/^(the )?(republic of|republique (de la|du|de|d)|republica (de|da|do)) ?/, '');
  return known.has(name) || known.has(folded(text));
}
