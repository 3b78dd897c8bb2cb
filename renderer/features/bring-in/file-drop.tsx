// Takes a workshop file that is dropped anywhere on the window, unless what is under it takes files itself.
import { IconFileImport } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useWords } from '../../ui/language.ts';
import classes from './bring-in.module.css';
import { useBroughtFiles } from './brought-files.tsx';

export function FileDrop(): ReactNode {
  const t = useWords();
  const { readFile } = useBroughtFiles();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      const isTaken = event.defaultPrevented || !event.dataTransfer?.types.includes('Files');
      if (!isTaken) event.preventDefault();
      setOver(!isTaken);
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (event.defaultPrevented || !file) return;
      // Else the browser would leave the page for the file.
      event.preventDefault();
      readFile(file);
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [readFile]);
  if (!isOver) return null;
  return (
    <div className={classes.dropHere}>
      <IconFileImport size={24} stroke={1.75} aria-hidden />
      <span>{t('bringIn:drop')}</span>
    </div>
  );
}
