// Whether a text is the name of a country, in the languages in which lists come. Names come from the standard tables of the platform.
import { folded } from './import-text.ts';

const languages = ['en', 'fr', 'pt', 'es'] as const;

/** Names in use beside those of the tables. */
const others =
  'Tanzania, Eswatini, Ivory Coast, Cote d Ivoire, Swaziland, DRC, RDC, DR Congo, RD Congo, Democratic Republic of the Congo, République démocratique du Congo, Congo Brazzaville, Congo Kinshasa, The Gambia, Cape Verde, Republic of Congo, Centrafrique, RCA, CAR, UK, USA, Tanzanie, Burkina, Guinea Bissau, Guinée Bissau, Guinée équatoriale, South Sudan, Soudan du Sud, Cabo Verde, Comoros, Comores, Syria, Syrie, Iran, Laos, Moldova, Palestine, Great Britain, Somaliland';

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

/** The long names of states: "United Republic of", "République fédérale démocratique d’". */
const formOfState =
  /^(the )?((united|federal|federative|democratic|islamic|arab|socialist|plurinational) )*(republic|kingdom|union|state|commonwealth|republique|royaume|etat|republica|reino|estado)( (unie?|federale?|federative|democratique|islamique|arabe|democratica|islamica|unida))*( (of the|of|du|de la|de l|des|de|da|do|del|d))? ?/;

export function isCountryName(text: string): boolean {
  known ??= names();
  const whole = folded(text);
  const short = whole.replace(formOfState, '');
  // An apostrophe leaves its letter with the name: "République fédérale d’Éthiopie".
  return [whole, short, short.replace(/^[dl]/, '')].some((name, index) => known?.has(name) === true && (index < 2 || short !== whole));
}
