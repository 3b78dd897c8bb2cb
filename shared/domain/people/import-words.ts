// What the words of a list mean, in English and French: kinds of people, consent, languages, sex. Words are compared folded.
import { folded, isDash } from './import-text.ts';
import type { ParticipantKind } from './model.ts';

function dictionary<Meaning>(entries: readonly (readonly [Meaning, string])[]): ReadonlyMap<string, Meaning> {
  return new Map(entries.flatMap(([meaning, words]) => words.split(', ').map((word) => [folded(word), meaning] as const)));
}

const kinds = dictionary<ParticipantKind>([
  ['participant', 'participant, participante, participants, delegate, délégué, déléguée, member, membre, attendee'],
  [
    'facilitator',
    'facilitator, co-facilitator, lead facilitator, facilitateur, facilitatrice, co-facilitateur, co-facilitatrice, animateur, animatrice',
  ],
  ['facilitator', 'moderator, modérateur, modératrice, trainer, formateur, formatrice'],
  [
    'resource-person',
    'resource person, personne ressource, expert, experte, speaker, presenter, intervenant, intervenante, consultant, consultante',
  ],
  ['observer', 'observer, observateur, observatrice, guest, invité, invitée'],
  ['interpreter', 'interpreter, interprète, translator, traducteur, traductrice'],
  ['staff', 'staff, support staff, secretariat, secrétariat, organiser, organizer, organisateur, organisatrice, logistics, logistique'],
  ['staff', 'support, admin, administration, rapporteur, rapporteuse, personnel, personnel d’appui, driver, chauffeur'],
]);

/** @returns the kind that a cell names, the first one if it names several ("Facilitator / interpreter"); null when it names none */
export function kindOf(text: string): ParticipantKind | null {
  return meaningOf(kinds, text);
}

const answers = dictionary<boolean>([
  [true, 'yes, y, oui, o, x, 1, true, vrai, ok, agree, agrees, agreed, accord, d’accord, j’accepte, accepte, accepted, given, sim, si'],
  [false, 'no, n, non, 0, false, faux, refuse, refuses, refused, refusé, refusée, declined, disagree, nao'],
  [
    true,
    'i agree, i do, i consent, i accept, i do agree, i give my consent, yes i agree, yes i do, je suis d’accord, j’accepte, je consens',
  ],
  [true, 'je donne mon accord, oui j’accepte, concordo, aceito, acepto, estoy de acuerdo, estou de acordo'],
  [false, 'i do not, i don’t, i do not agree, i don’t agree, i do not consent, je n’accepte pas, je refuse, je ne suis pas d’accord'],
  [false, 'não concordo, não aceito, no acepto, no estoy de acuerdo'],
]);

/** @returns true or false for a clear answer, null for an unclear one; undefined when the cell says nothing */
export function consentOf(text: string): boolean | null | undefined {
  if (text === '' || isDash(text)) return undefined;
  if (/^[✓✔☑✅]/u.test(text)) return true;
  if (/^[✗✘☒❌]/u.test(text)) return false;
  const whole = answers.get(folded(text));
  if (whole !== undefined) return whole;
  // "Yes, I agree": each part must be clear, and say the same.
  const parts = text.split(/[,.;:–—-]\s+|[.!]$/).filter((part) => part.trim() !== '');
  const meanings = new Set(parts.map((part) => answers.get(folded(part))));
  const [meaning] = meanings;
  return meanings.size === 1 && meaning !== undefined ? meaning : null;
}

const spokenLanguages = dictionary<string>([
  ['en', 'english, anglais, en, e, eng, ang, an, inglês, inglés'],
  ['fr', 'french, français, française, francais, fr, f, fra, fre, francês, francés'],
  ['pt', 'portuguese, portugais, pt, p, por, port, português, portugués'],
  ['es', 'spanish, espagnol, es, s, spa, esp, español, espanhol, castellano'],
  ['ar', 'arabic, arabe, ar, ara, a, العربية'],
  ['sw', 'swahili, kiswahili, sw, swa'],
  ['am', 'amharic, amharique, am, amh, አማርኛ'],
]);

/** @returns the code of the first language that a cell names, null when the word is not known */
export function languageOf(text: string): string | null {
  return meaningOf(spokenLanguages, text) ?? meaningOf(spokenLanguages, /^([a-z]{2})[-_][a-z]{2}$/i.exec(text)?.[1] ?? '');
}

const leftOut = new Set(
  [
    'refunded, refund, cancelled, canceled, cancellation, withdrawn, withdrew, disabled, deleted, declined, rejected, not attending, no show',
    'will not attend, not coming, void, voided, expired, revoked, removed, inactive, suspended, apologies, regrets, partially refunded',
    'remboursé, remboursée, annulé, annulée, désisté, désistée, désistement, retiré, retirée, désactivé, désactivée, refusé, refusée, rejeté',
    'rejetée, supprimé, supprimée, absent excusé, ne participe pas, empêché, empêchée',
    'reembolsado, reembolsada, cancelado, cancelada, retirado, retirada, desativado, desactivado, desactivada, desistiu, recusado, recusada',
    'denied, unsubscribed, replaced, not available, unavailable, did not attend, sent apologies, sends apologies, sent regrets, sends regrets, apologies received, with apologies, absent, blocked',
    'unregistered, terminated, resigned, deregistered, not participating, cannot attend, unable to attend, does not attend, cancel, decline',
    'désinscrit, désinscrite, remplacé, remplacée, indisponible, absente, excusé, excusée, inactif, inactive, bloqué, bloquée, démissionné',
    'ne viendra pas, ne viendra plus, ne participera pas, non disponible, absent, annulation, refus, décliné, déclinée',
    'desistência, desistente, substituído, substituída, ausente, não comparece, não virá, indisponível, desistimiento, baja, sustituido',
    'rejeitado, rejeitada, anulado, anulada, rechazado, rechazada, eliminado, eliminada, não participa, no participa, no asistirá',
  ].flatMap((words) => words.split(', ').map(folded)),
);

/** True for the state of a registration that no longer holds: refunded, cancelled, withdrawn, disabled. */
export function isLeftOut(status: string): boolean {
  const whole = folded(status).replace(/^(registration|inscription|inscricao|inscripcion|order|ticket|has|is|a ete|est|foi|esta) /, '');
  return leftOut.has(whole) || [...leftOut].some((word) => word.length > 6 && whole.startsWith(`${word} `));
}

const registrationStates = new Set(
  'attending, confirmed, registered, enabled, waitlisted, waiting list, liste d’attente, tentative, no response, paid, pending, accepted, active, approved, invited, checked in, completed, confirmé, confirmée, inscrit, inscrite, payé, payée, en attente, accepté, acceptée, actif, active, confirmado, confirmada, inscrito, inscrita, pago, pagado, pendente, pendiente'
    .split(', ')
    .map(folded),
);

/** True for words that only a column of registrations holds. */
export function isRegistrationState(text: string): boolean {
  return isLeftOut(text) || registrationStates.has(folded(text));
}

const sections = new Set(
  'facilitators, facilitateurs, resource persons, personnes ressources, observers, observateurs, participants, delegates, délégués, interpreters, interprètes, secretariat, secrétariat, organisers, organizers, organisateurs, staff, facilitadores, observadores'
    .split(', ')
    .map(folded),
);

/** True for a line that stands over a part of a list: who follows, or where they work. */
export function isSectionWord(text: string): boolean {
  return (
    sections.has(folded(text)) ||
    /^(ministry|ministere|ministerio|department|direction|university|universite|delegation|district|region|province|partners|partenaires|(participants|delegates|delegues|participantes) (from|of|des|du|de|da|do))\b/.test(
      folded(text),
    )
  );
}

/** True for what a form writes where it knows nobody. */
export function isAnonymous(text: string): boolean {
  return ['anonymous', 'anonyme', 'anonimo', 'anonima'].includes(folded(text));
}

const sexes = new Set(['m', 'f', 'h', 'male', 'female', 'man', 'woman', 'masculin', 'feminin', 'homme', 'femme']);

/** True for words that only a column of sexes holds. The value itself stays as the person describes it. */
export function isSexWord(text: string): boolean {
  return sexes.has(folded(text));
}

function meaningOf<Meaning>(words: ReadonlyMap<string, Meaning>, text: string): Meaning | null {
  const whole = words.get(folded(text));
  if (whole !== undefined) return whole;
  for (const part of text.split(/[/,;&+|()]|\s(?:and|et|or|ou)\s/i)) {
    const meaning = words.get(folded(part));
    if (meaning !== undefined) return meaning;
  }
  return null;
}
