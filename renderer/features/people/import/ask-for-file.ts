// The browser's own dialog for one file.
import { offeredLists } from '../../../../shared/contract/wire.ts';

export function askForFile(onFile: (file: File) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = offeredLists.map((kind) => `.${kind}`).join(',');
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) onFile(file);
  });
  input.click();
}
