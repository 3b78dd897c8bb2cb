// Two folders that hold one workshop: both by name, and the two ways out of it.
import { useState, type ReactNode } from 'react';
import type { WorkshopSummary } from '../../../shared/contract/contract.ts';
import type { Failure } from '../../../shared/contract/failures.ts';
import { useClient } from '../../state/host-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useNotify } from '../../ui/dialogs.tsx';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { useBroughtFiles } from '../bring-in/brought-files.tsx';
import classes from './home.module.css';

interface TwiceNoteProps {
  readonly first: WorkshopSummary;
  readonly second: WorkshopSummary;
  readonly onFailure: (failure: Failure) => void;
}

export function TwiceNote({ first, second, onFailure }: TwiceNoteProps): ReactNode {
  const t = useWords();
  const client = useClient();
  const notify = useNotify();
  const { readFolder } = useBroughtFiles();
  const [isBusy, setBusy] = useState(false);
  const title = second.title === '' ? t('untitled') : second.title;
  const makeIndependent = async () => {
    setBusy(true);
    const answer = await client.library.makeIndependent({ workshopId: second.workshopId });
    setBusy(false);
    if (answer.ok) notify({ text: t('home:twice.made', { title, folder: second.folder }) });
    else onFailure(answer.failure);
  };
  return (
    <Note tone="warning" title={t('home:twice.title', { title })}>
      <p>{t('home:twice.text', { first: first.folder, second: second.folder })}</p>
      <ul className={classes.waysOut}>
        <li>
          <Button onClick={() => readFolder(second.workshopId)}>{t('home:twice.merge')}</Button>
          <span>{t('home:twice.mergeHelp')}</span>
        </li>
        <li>
          <Button reason={isBusy ? t('waiting') : null} onClick={() => void makeIndependent()}>
            {t('home:twice.independent')}
          </Button>
          <span>{t('home:twice.independentHelp')}</span>
        </li>
      </ul>
    </Note>
  );
}
