// What words about changes are made from, and the two ways to look something up in it.
import type { Guide } from '../../../shared/domain/agenda/template.ts';
import type { Framework } from '../../../shared/domain/framework/model.ts';
import { pickText, type LocalText } from '../../../shared/kernel/local-text.ts';
import type { Formats } from '../../ui/formats.ts';
import type { Words } from '../../ui/language.ts';

export interface WordSources {
  readonly t: Words;
  readonly formats: Formats;
  /** Null when the shipped content cannot be read: ids are shown then. */
  readonly content: { readonly framework: Framework; readonly guides: readonly Guide[] } | null;
  /** Names of the records that fields point to, by id. */
  readonly names: Readonly<Record<string, string>>;
}

/** A word of the catalogue whose key is known only at run time: what files hold may be anything. */
export function anyWord({ t }: WordSources, key: string, otherwise: string, values: Readonly<Record<string, string>> = {}): string {
  return t(key as 'changes:nothing', { defaultValue: otherwise, ...values });
}

/** In the interface's language, else in the first one there is; '' for none. */
export function localWords({ formats }: WordSources, text: LocalText | null | undefined): string {
  return pickText(text ?? {}, [formats.language, 'en']);
}

/** The name of one of the six action fields; its id when the content says nothing of it. */
export function actionFieldName(sources: WordSources, id: string): string {
  return localWords(sources, sources.content?.framework.fields.find((field) => field.id === id)?.name) || id;
}

export function guideTitle(sources: WordSources, id: string | null): string {
  return localWords(sources, sources.content?.guides.find((guide) => guide.id === id)?.title);
}
