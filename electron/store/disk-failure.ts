// Turns the system's error codes into failures that a person can be told.
import type { StoreFailure } from '../../shared/contract/failures.ts';
import { errorCode } from './file-port.ts';

/**
 * What an error of the disk means for somebody who wants to work.
 * @param folder the folder that the user knows, for the message
 */
export function diskFailure(error: unknown, folder: string): StoreFailure {
  const code = errorCode(error);
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return { code: 'disk-full', folder };
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return { code: 'library-read-only', folder };
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENXIO':
    case 'ENODEV':
      return { code: 'library-missing', folder };
    default:
      return { code: 'disk-trouble', folder, reason: code === '' ? 'unknown' : code };
  }
}
