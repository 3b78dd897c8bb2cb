// Typed letters choose a line of a list only where they can mean no other.
import { describe, expect, it } from 'vitest';
import { onlyChoice } from '../../../renderer/ui/choice-text.ts';

const zones = ['Africa/Abidjan', 'Africa/Accra', 'Africa/Nairobi', 'America/Montréal', 'UTC', 'Etc/UTC'].map((value) => ({
  value,
  label: value,
}));

describe('onlyChoice', () => {
  it.each([
    ['nairobi', 'Africa/Nairobi'],
    ['  ACCRA ', 'Africa/Accra'],
    ['montreal', 'America/Montréal'],
    ['utc', 'UTC'],
  ])('%j means %s', (typed, value) => {
    expect(onlyChoice(zones, typed)).toBe(value);
  });

  it.each(['', 'africa', 'Atlantis'])('%j chooses nothing', (typed) => {
    expect(onlyChoice(zones, typed)).toBeNull();
  });
});
