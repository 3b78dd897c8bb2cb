// What a session is called: its own title, or its guide's while nobody has edited it.
import type { Session } from '../../shared/domain/agenda/model.ts';
import type { Guide } from '../../shared/domain/agenda/template.ts';
import type { LocalText } from '../../shared/kernel/local-text.ts';

export function sessionTitle(session: Session, guides: readonly Guide[]): LocalText {
  return session.title ?? guides.find((guide) => guide.id === session.guideId)?.title ?? {};
}
