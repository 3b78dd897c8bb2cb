// What a session says: its own text where somebody edited it, else the text of its guide. Editing starts from what is shown.
import type { Session, SessionStep } from '../../../shared/domain/agenda/model.ts';
import type { Provenance } from '../../../shared/domain/framework/model.ts';
import type { Guide } from '../../../shared/domain/agenda/template.ts';
import { pickText, type LocalText } from '../../../shared/kernel/local-text.ts';

/** Texts of a session that a guide can bring. */
export interface SessionContent {
  readonly title: LocalText;
  readonly purpose: LocalText;
  readonly steps: readonly SessionStep[];
  /** Where the steps come from; null where somebody wrote them, or there are none. */
  readonly stepsSource: Provenance | null;
  readonly materials: readonly LocalText[];
  readonly notes: LocalText;
  /** One short line for the room, or empty. Only guides have one. */
  readonly instruction: LocalText;
}

const nothing: LocalText = {};

export function guideOf(session: Session, guides: readonly Guide[]): Guide | undefined {
  return guides.find((guide) => guide.id === session.guideId);
}

/** The texts of the guide alone: what "Back to the guide's text" brings. */
export function guideContent(guide: Guide | undefined): SessionContent {
  return {
    title: guide?.title ?? nothing,
    purpose: guide?.purpose ?? nothing,
    steps: guide?.steps ?? [],
    stepsSource: guide?.stepsSource ?? null,
    materials: guide?.materials ?? [],
    notes: guide?.notes ?? nothing,
    instruction: guide?.instruction ?? nothing,
  };
}

export function sessionContent(session: Session, guides: readonly Guide[]): SessionContent {
  const guide = guideContent(guideOf(session, guides));
  return {
    title: session.title ?? guide.title,
    purpose: session.purpose ?? guide.purpose,
    steps: session.steps ?? guide.steps,
    stepsSource: session.steps === null ? guide.stepsSource : null,
    materials: session.materials ?? guide.materials,
    notes: session.notes ?? guide.notes,
    instruction: guide.instruction,
  };
}

/**
 * A title typed where only one language is seen. The guide's text in other languages no longer says the same and goes;
 * what people wrote in other languages stays.
 */
export function retitled(own: LocalText | null, language: string, text: string): LocalText {
  return { ...own, [language]: text };
}

/** The text in exactly this language, '' when there is none. */
export function textIn(text: LocalText, language: string): string {
  return text[language] ?? '';
}

/** The text for a room whose languages are known, in order of wish. */
export function textFor(text: LocalText, languages: readonly string[]): string {
  return pickText(text, [...languages, 'en']);
}
