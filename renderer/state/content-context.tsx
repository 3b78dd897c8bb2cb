// Shipped content for the screens of a workshop: framework, templates, guides. Asked from the host once.
import { createContext, useContext, type ReactNode } from 'react';
import { useLanguage } from '../ui/language.ts';
import type { Failure } from '../../shared/contract/failures.ts';
import type { Guide, WorkshopTemplate } from '../../shared/domain/agenda/template.ts';
import type { Framework } from '../../shared/domain/framework/model.ts';
import { pickText, type LocalText } from '../../shared/kernel/local-text.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { Loadable } from '../host/loadable.ts';
import { useLoadable } from './use-loadable.ts';

export interface Content {
  readonly framework: Framework;
  readonly templates: readonly WorkshopTemplate[];
  readonly guides: readonly Guide[];
}

const ContentContext = createContext<Loadable<Result<Content, Failure>> | null>(null);

interface ContentProviderProps {
  /** Asked from the host when a screen first needs it. */
  readonly content: Loadable<Result<Content, Failure>>;
  readonly children: ReactNode;
}

export function ContentProvider({ content, children }: ContentProviderProps): ReactNode {
  return <ContentContext value={content}>{children}</ContentContext>;
}

/** The content, or why it cannot be read. Suspends until it is there. */
export function useContentResult(): Result<Content, Failure> {
  const content = useContext(ContentContext);
  if (content === null) throw new Error('Content needs a ContentProvider above it');
  return useLoadable(content);
}

/** The content. A workshop's frame has checked before that it could be read. */
export function useContent(): Content {
  const result = useContentResult();
  if (!result.ok) throw new Error(`Content cannot be read: ${result.failure.code}`);
  return result.value;
}

/** Picks a text in the interface's language, else in the first one there is. */
export function useLocalText(): (text: LocalText | null | undefined) => string {
  const language = useLanguage();
  return (text) => (text ? pickText(text, [language, 'en']) : '');
}
