// Home: a workshop of the list as one file.
import type { ReactNode } from 'react';
import type { WorkshopSummary } from '../../../shared/contract/contract.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialogs.tsx';
import { useWords } from '../../ui/language.ts';
import { WaysOut } from './ways-out.tsx';

interface SaveDialogProps {
  readonly workshop: WorkshopSummary;
  readonly onClose: () => void;
}

export function SaveDialog({ workshop, onClose }: SaveDialogProps): ReactNode {
  const t = useWords();
  const title = workshop.title === '' ? t('untitled') : workshop.title;
  return (
    <Dialog
      title={t('takeAlong:dialogTitle', { title })}
      isOpen
      onClose={onClose}
      size="wide"
      actions={<Button onClick={onClose}>{t('close')}</Button>}
    >
      <WaysOut workshopId={workshop.workshopId} teams={null} />
    </Dialog>
  );
}
