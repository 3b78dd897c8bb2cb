// The browser's own dialog for a workshop file.
import { workshopFileEnding } from './workshop-file-name.ts';

/** A `workshop.json` out of a workshop's folder, and a copy of it, can be read too. */
const offeredKinds = `${workshopFileEnding},.json`;

export function askForWorkshopFile(onFile: (file: File) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = offeredKinds;
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) onFile(file);
  });
  input.click();
}
