// Titles for those who lead the room: in the language of the interface.
import { useCallback } from 'react';
import type { Session } from '../../../shared/domain/agenda/model.ts';
import { useContent, useLocalText } from '../../state/content-context.tsx';
import { sessionTitle } from '../../state/session-title.ts';
import { useWords } from '../../ui/language.ts';

export function useTitle(): (session: Session) => string {
  const t = useWords();
  const { guides } = useContent();
  const text = useLocalText();
  return useCallback((session) => text(sessionTitle(session, guides)) || t('untitled'), [guides, t, text]);
}
