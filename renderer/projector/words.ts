// The projector speaks the room's languages, not that of the laptop: its few words are at hand in both at once.
import en from '../../shared/messages/en/projector.json';
import fr from '../../shared/messages/fr/projector.json';

export type ProjectorWords = typeof en;

/** @returns the words of a room's language; English for a language that we do not speak */
export function projectorWords(language: string): ProjectorWords {
  return language === 'fr' ? fr : en;
}

/** Puts values into a text: `filled('Back at {{time}}', { time })`. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole));
}
