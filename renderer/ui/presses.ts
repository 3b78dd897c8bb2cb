// What one press of a hand is. A double click and a held key are one intention, but the page has often changed between their parts: where "Finish" stood,
// "Take back" or the next "Start" stands a moment later. So the rest of a press reaches no other button than its beginning did.

export interface PressGuard {
  /**
   * To be asked at every click.
   * @param detail how manieth click in a row at one place this is, as the browser counts; 0 for clicks of the keyboard
   * @param words of the button that was clicked; null for anything else
   * @returns true for the rest of a double click that meets another button than its first click did
   */
  readonly isSlip: (detail: number, words: string | null) => boolean;
}

export function createPressGuard(): PressGuard {
  let first: string | null = null;
  return {
    isSlip: (detail, words) => {
      if (detail <= 1) first = words;
      return detail > 1 && words !== null && words !== first;
    },
  };
}

/** The words of the button that an event met: a button that is drawn anew for the same act is the same to a person. Null where there is none. */
export function pressedWords(target: EventTarget | null): string | null {
  const button = target instanceof Element ? target.closest('button:not([role])') : null;
  return button ? (button.getAttribute('aria-label') ?? button.textContent) : null;
}

/** True while Enter is held on a button: browsers press it again and again then. */
export function isHeldPress({ repeat, key, target }: KeyboardEvent): boolean {
  return repeat && key === 'Enter' && target instanceof Element && target.closest('button') !== null;
}
