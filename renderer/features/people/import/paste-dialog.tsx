// A place to paste cells into, for those who look for one.
import type { ReactNode } from 'react';
import { useSmallForm } from '../../../state/use-held-form.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialogs.tsx';
import { TextAreaInput } from '../../../ui/inputs.tsx';
import { useWords } from '../../../ui/language.ts';

const noCells = { text: '' };

interface PasteDialogProps {
  readonly onRead: (text: string) => void;
  readonly onClose: () => void;
}

export function PasteDialog({ onRead, onClose }: PasteDialogProps): ReactNode {
  const t = useWords();
  const form = useSmallForm('paste-people', noCells);
  const { text } = form.value;
  const leave = (act: () => void) => () => {
    form.clear();
    act();
  };
  return (
    <Dialog
      title={t('people:import.pasteTitle')}
      isOpen
      size="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={leave(onClose)}>{t('cancel')}</Button>
          <Button kind="primary" reason={text.trim() === '' ? t('people:import.pasteEmpty') : null} onClick={leave(() => onRead(text))}>
            {t('people:import.pasteRead')}
          </Button>
        </>
      }
    >
      <TextAreaInput
        label={t('people:import.pasteLabel')}
        help={t('people:import.pasteHelp')}
        value={text}
        onChange={(next) => form.set({ text: next })}
        isFirst
      />
    </Dialog>
  );
}
