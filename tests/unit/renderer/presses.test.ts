// One press of a hand does one thing: a double click, a held key.
import { describe, expect, it } from 'vitest';
import { createPressGuard } from '../../../renderer/ui/presses.ts';

describe('the rest of a double click', () => {
  it('presses the same button again: +5 twice is ten minutes', () => {
    const presses = createPressGuard();
    expect([presses.isSlip(1, '+5'), presses.isSlip(2, '+5')]).toEqual([false, false]);
  });

  it('never reaches a button that came to stand there meanwhile', () => {
    const presses = createPressGuard();
    expect([1, 2, 3].map((detail) => presses.isSlip(detail, detail === 1 ? 'Finish' : 'Take back: end of “Recap”'))).toEqual([
      false,
      true,
      true,
    ]);
    expect(presses.isSlip(1, 'Take back: end of “Recap”')).toBe(false);
  });

  it('reaches no button when it began beside one, and whatever is no button keeps it', () => {
    const presses = createPressGuard();
    presses.isSlip(1, null);
    expect(presses.isSlip(2, 'Remove')).toBe(true);
    presses.isSlip(1, 'Open');
    expect(presses.isSlip(2, null)).toBe(false);
  });

  it('says nothing of the keyboard, whose clicks come alone', () => {
    const presses = createPressGuard();
    expect([presses.isSlip(0, 'Start'), presses.isSlip(0, 'Finish')]).toEqual([false, false]);
  });
});
