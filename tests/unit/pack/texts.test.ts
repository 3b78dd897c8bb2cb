import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import en from '../../../shared/messages/en/pack.json' with { type: 'json' };
import fr from '../../../shared/messages/fr/pack.json' with { type: 'json' };
import { packTexts } from '../../../shared/pack/texts.ts';

function leaves(tree: object, path = ''): readonly (readonly [key: string, text: string])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : leaves(value as object, `${path}${key}.`),
  );
}

/** Plural forms differ by language; their stem does not. */
function stem(key: string): string {
  return key.replace(/_(one|many|other)$/, '');
}

function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/{{(\w+)}}/g)].map((match) => match[1] ?? '').toSorted();
}

describe('the words of packs', () => {
  test('stand in both languages under the same keys', () => {
    const keys = (tree: object) => [...new Set(leaves(tree).map(([key]) => stem(key)))].toSorted();
    expect(keys(fr)).toEqual(keys(en));
    expect(keys(en).length).toBeGreaterThan(100);
  });

  test('have the same placeholders', () => {
    const english = new Map(leaves(en));
    for (const [key, text] of leaves(fr)) {
      // The singular may leave the number out; `many` has no English form of its own.
      const other = english.get(key) ?? english.get(key.replace('_many', '_other'));
      const without = (names: readonly string[]) => names.filter((name) => name !== 'count');
      expect([key, without(placeholders(text))]).toEqual([key, without(placeholders(other ?? ''))]);
    }
  });

  test('follow French typography', () => {
    for (const [key, text] of leaves(fr)) {
      expect([key, /[^\u00a0\u202f][:;?!»]/.test(text.replaceAll('{{', '').replaceAll('}}', ''))]).toEqual([key, false]);
      expect([key, /«[^\u00a0]/.test(text)]).toEqual([key, false]);
      expect([key, text.includes("'")]).toEqual([key, false]);
    }
  });

  test('choose the plural form', () => {
    expect(packTexts('en').t('summary.stepCount', { count: 1, last: 'X' })).toBe('one step, due X');
    expect(packTexts('fr').t('summary.stepCount', { count: 4, last: 'X' })).toBe('4 étapes, la dernière au plus tard le X');
  });

  test('write dates and amounts as the language does', () => {
    const first = '2026-04-01' as CalendarDate;
    expect(packTexts('en').date(first)).toBe('1 April 2026');
    expect(packTexts('fr').date(first)).toBe('1er avril 2026');
    expect(packTexts('fr').date(null)).toBe('');
    expect(packTexts('en').amount('123456789012345.50')).toBe('123,456,789,012,345.50');
    expect(packTexts('fr').amount('12500.50')).toBe('12\u00a0500,50');
  });

  test('our sentences run from left to right, whoever they begin with', () => {
    const sentence = packTexts('fr').t('summary.homeLineNoMeeting', { who: 'أحمد', toWhom: 'X', date: 'Y' });
    expect(sentence.startsWith('\u200eأحمد. Présenté à')).toBe(true);
  });

  test('do not escape what people typed', () => {
    expect(packTexts('en').t('cover.dear', { team: '<A & B>' })).toBe('To the team <A & B>,');
  });
});
