// Takes a list that is dropped on the page or pasted outside of a text field.
import { IconFileImport } from '@tabler/icons-react';
import { useLayoutEffect, useRef, useState, type DragEvent, type ReactNode } from 'react';
import { isWorkshopFileName } from '../../bring-in/workshop-file-name.ts';
import { useNotify } from '../../../ui/dialogs.tsx';
import { isTextField } from '../../../ui/keys.ts';
import { useWords } from '../../../ui/language.ts';
import classes from '../people.module.css';
import { looksLikeCells } from './pasted-cells.ts';

interface ListDropProps {
  /** True while a list would be in the way. */
  readonly isOff: boolean;
  readonly onFile: (file: File) => void;
  readonly onText: (text: string) => void;
  readonly children: ReactNode;
}

export function ListDrop({ isOff, onFile, onText, children }: ListDropProps): ReactNode {
  const t = useWords();
  const notify = useNotify();
  const [isOver, setOver] = useState(false);
  usePastedCells(isOff, onText);
  const onDragOver = (event: DragEvent) => {
    if (isOff || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  const onDragLeave = (event: DragEvent) => {
    if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false);
  };
  const onDrop = (event: DragEvent) => {
    setOver(false);
    const file = event.dataTransfer.files[0];
    // A workshop is for the window to open.
    if (isOff || !file || isWorkshopFileName(file.name)) return;
    event.preventDefault();
    if (event.dataTransfer.files.length > 1) notify({ text: t('people:import.oneAtATime', { name: file.name }) });
    onFile(file);
  };
  return (
    // Dropping is a second way; the button "Import a list" is the first.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={classes.screen} data-drop-list onDragOver={onDragOver} onDragLeave={onDragLeave} onDrop={onDrop}>
      {children}
      {isOver && (
        <div className={classes.dropHere}>
          <IconFileImport size={24} stroke={1.75} aria-hidden />
          <span>{t('people:import.drop')}</span>
        </div>
      )}
    </div>
  );
}

/** Ctrl+V anywhere outside of a text field. */
function usePastedCells(isOff: boolean, onText: (text: string) => void): void {
  const latest = useRef({ isOff, onText });
  useLayoutEffect(() => {
    latest.current = { isOff, onText };
  });
  // With the page that says so, not a moment later.
  useLayoutEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (latest.current.isOff || isTextField(event.target) || !looksLikeCells(text)) return;
      event.preventDefault();
      latest.current.onText(text);
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, []);
}
