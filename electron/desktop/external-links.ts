// Follows a link out of the application: shown first, confirmed, then given to the system's browser (checklist line 6).
import { dialog, shell } from 'electron';
import type { ShellTexts } from '../host/shell-texts.ts';

/** @param address an https address; it is shown whole, so that nobody is sent where he does not want to go */
export async function openConfirmed(address: string, texts: ShellTexts): Promise<void> {
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: texts('dialog.openLink'),
    detail: address,
    buttons: [texts('dialog.openLinkButton'), texts('dialog.cancel')],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  if (response === 0) await shell.openExternal(address);
}
