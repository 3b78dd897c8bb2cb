// Once after opening, when the second copy is old: how old, and the way to the copies. Closing it is enough.
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useAddress } from '../../app/use-address.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { useAgo } from './use-ago.ts';
import { useCopies } from './use-copies.ts';

export function SecondCopyNote(): ReactNode {
  const t = useWords();
  const ago = useAgo();
  const navigate = useNavigate();
  const address = useAddress();
  const { list } = useCopies();
  const [isClosed, setClosed] = useState(false);
  const second = list?.ok ? list.value.second : null;
  if (isClosed || !second?.isOld) return null;
  return (
    <Note
      tone="info"
      actions={
        <>
          <Button onClick={() => void navigate(address('copies'))}>{t('copies:note.open')}</Button>
          <Button kind="quiet" onClick={() => setClosed(true)}>
            {t('close')}
          </Button>
        </>
      }
    >
      <p>{second.lastAt === null ? t('copies:note.never') : t('copies:note.old', { ago: ago(second.lastAt) })}</p>
    </Note>
  );
}
