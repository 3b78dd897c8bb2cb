// The browser's own dialog for one file. Kinds that cannot be read are offered too: they get an answer that says what to do.

const offeredKinds = '.xlsx,.ods,.csv,.tsv,.txt,.vcf,.xls,.xlsm';

export function askForFile(onFile: (file: File) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = offeredKinds;
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) onFile(file);
  });
  input.click();
}
