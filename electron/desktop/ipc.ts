// The main process's end of the bridge: checks who speaks before it listens (checklist line 7).
import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import type { Failure } from '../../shared/contract/failures.ts';
import { fileTooLarge, largestUploadBytes, leftRequest } from '../../shared/contract/wire.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { Dispatch, IncomingRequest } from '../host/dispatch.ts';
import type { Uploads } from '../host/uploads.ts';
import { requestChannel, type DesktopMessage } from './channels.ts';
import type { DesktopPage, DesktopPages } from './pages.ts';
import { appOrigin } from './protocol.ts';

export interface IpcParts {
  readonly pages: DesktopPages;
  readonly dispatch: Dispatch;
  readonly uploads: Uploads;
  /** A page that was asked to leave has nothing unsaved any more. */
  readonly onLeft: (page: DesktopPage) => void;
}

/** Answers the bridge of every window. Never throws to a page: refusals are failures. */
export function listenToPages({ pages, dispatch, uploads, onLeft }: IpcParts): void {
  ipcMain.handle(requestChannel, async (event, message: unknown): Promise<Result<unknown, Failure>> => {
    const page = senderOf(event, pages);
    if (!page) return err({ code: 'not-allowed' });
    const wanted = messageIn(message);
    if (!wanted) return err({ code: 'bad-request', place: '' });
    if (wanted.kind === 'file') return keepFile(wanted.fileName, wanted.bytes, page, uploads);
    if (wanted.area === leftRequest.area && wanted.name === leftRequest.name) {
      onLeft(page);
      return ok(null);
    }
    const carried = asJson(wanted.input);
    return carried ? dispatch(page.caller, { area: wanted.area, name: wanted.name, ...carried }) : err({ code: 'bad-request', place: '' });
  });
}

/** Only the main frame of a window of ours, while it shows a page of ours, is listened to. */
function senderOf({ sender, senderFrame }: IpcMainInvokeEvent, pages: DesktopPages): DesktopPage | null {
  if (!senderFrame || senderFrame !== sender.mainFrame || senderFrame.origin !== appOrigin) return null;
  return pages.ofContents(sender.id);
}

function messageIn(value: unknown): DesktopMessage | null {
  if (typeof value !== 'object' || value === null) return null;
  const { kind, area, name, fileName, bytes } = value as Readonly<Record<string, unknown>>;
  const isRequest = kind === 'request' && typeof area === 'string' && typeof name === 'string';
  const isFile = kind === 'file' && typeof fileName === 'string' && bytes instanceof ArrayBuffer;
  return isRequest || isFile ? (value as DesktopMessage) : null;
}

function keepFile(fileName: string, bytes: ArrayBuffer, page: DesktopPage, uploads: Uploads): Result<string, Failure> {
  if (page.caller.role !== 'facilitator') return err({ code: 'not-allowed' });
  if (bytes.byteLength > largestUploadBytes) return err(fileTooLarge(fileName, bytes.byteLength));
  return ok(uploads.keep({ fileName: fileName.slice(0, 255), bytes: new Uint8Array(bytes) }, page.caller.clientId));
}

/**
 * What a page sends, as the socket of the browser shell would bring it: windows can send more than JSON (dates, maps, NaN, bytes), and none of
 * that could be stored.
 * @returns null for what JSON cannot hold at all, such as cycles; no page of ours sends any
 */
function asJson(value: unknown): Pick<IncomingRequest, 'input' | 'bytes'> | null {
  try {
    const text = JSON.stringify(value) ?? 'null';
    return { input: JSON.parse(text) as unknown, bytes: Buffer.byteLength(text) };
  } catch {
    return null;
  }
}
