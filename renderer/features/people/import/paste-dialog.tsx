// A place to paste cells into, for those who look for one.
import { useState, type ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialogs.tsx';
import { TextAreaInput } from '../../../ui/inputs.tsx';
import { useWords } from '../../../ui/language.ts';

interface PasteDialogProps {
  readonly onRead: (text: string) => void;
  readonly onClose: () => void;
}

export function PasteDialog({ onRead, onClose }: PasteDialogProps): ReactNode {
  const t = useWords();
  const [text, setText] = useState('');
  return (
    <Dialog
      title={t('people:import.pasteTitle')}
      isOpen
      size="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" reason={text.trim() === '' ? t('people:import.pasteEmpty') : null} onClick={() => onRead(text)}>
            {t('people:import.pasteRead')}
          </Button>
        </>
      }
    >
      <TextAreaInput label={t('people:import.pasteLabel')} help={t('people:import.pasteHelp')} value={text} onChange={setText} isFirst />
    </Dialog>
  );
}
