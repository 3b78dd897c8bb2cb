// Copies that a synchronising program has put into the folder of a workshop: named, and offered to the merge.
import { useEffect, useState, type ReactNode } from 'react';
import { useClient } from '../../state/host-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { useBroughtFiles } from './brought-files.tsx';

interface ConflictCopiesNoteProps {
  readonly workshopId: string;
  /** Of the workshop. */
  readonly title: string;
}

export function ConflictCopiesNote({ workshopId, title }: ConflictCopiesNoteProps): ReactNode {
  const t = useWords();
  const { readConflictCopy } = useBroughtFiles();
  return useConflictCopies(workshopId).map((fileName) => (
    <Note
      key={fileName}
      tone="warning"
      title={t('bringIn:copy.title', { title: title === '' ? t('untitled') : title })}
      actions={<Button onClick={() => readConflictCopy(workshopId, fileName)}>{t('bringIn:copy.merge')}</Button>}
    >
      <p>{t('bringIn:copy.text', { fileName })}</p>
    </Note>
  ));
}

/** What lies there when the page is opened. */
function useConflictCopies(workshopId: string): readonly string[] {
  const client = useClient();
  const [found, setFound] = useState<{ readonly of: string; readonly names: readonly string[] } | null>(null);
  useEffect(() => {
    let isLeft = false;
    void client.files.conflictCopies({ workshopId }).then((answer) => {
      if (!isLeft && answer.ok) setFound({ of: workshopId, names: answer.value });
    });
    return () => {
      isLeft = true;
    };
  }, [client, workshopId]);
  return found?.of === workshopId ? found.names : [];
}
