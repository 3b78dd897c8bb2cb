// Hands a file of the host to the browser's own download, by its one-time address.
import type { Delivery } from '../../../shared/contract/answers.ts';

export function startDownload({ address, fileName }: Extract<Delivery, { readonly kind: 'download' }>): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
}
