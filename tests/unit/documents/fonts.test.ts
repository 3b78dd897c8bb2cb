import { beforeAll, describe, expect, test } from 'vitest';
import { directionOf } from '../../../electron/documents/direction.ts';
import { loadFonts, missingCharacters } from '../../../electron/documents/fonts.ts';
import en from '../../../shared/messages/en/pack.json' with { type: 'json' };
import fr from '../../../shared/messages/fr/pack.json' with { type: 'json' };
import { shippedFramework } from '../../support/shipped-content.ts';

beforeAll(loadFonts);

describe('the shipped fonts', () => {
  test.each(['Añçéß œ Łódź', 'Ωμέγα', 'Привет', 'أحمد المصطفى ؟', 'ሰላም', '12 345 « x » – ’ … € · U\u00a0S'])('print %s', (text) => {
    expect(missingCharacters(text)).toEqual([]);
  });

  test('name what they cannot print, each once', () => {
    expect(missingCharacters('a研b修研🌍')).toEqual(['研', '修', '🌍']);
  });

  test('print every word of the packs and of the framework', () => {
    expect(missingCharacters(JSON.stringify([en, fr, shippedFramework()]))).toEqual([]);
  });
});

describe('the direction of a text', () => {
  test.each([
    ['Plan أحمد', 'ltr'],
    ['أحمد Plan', 'rtl'],
    ['(12) أحمد', 'rtl'],
    ['\u200eأحمد présente', 'ltr'],
    ['2026-03-20', 'ltr'],
    ['', 'ltr'],
  ])('of %s is %s', (text, direction) => {
    expect(directionOf(text)).toBe(direction);
  });
});
