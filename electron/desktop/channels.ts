// The two channels between a window and the main process, and what travels on them.

/** Page → main: one message, one answer. */
export const requestChannel = 'hrh';

/** Main → page: events of the contract, and the shell's own. */
export const eventChannel = 'hrh-event';

export type DesktopMessage =
  | { readonly kind: 'request'; readonly area: string; readonly name: string; readonly input: unknown }
  | { readonly kind: 'file'; readonly fileName: string; readonly bytes: ArrayBuffer };
