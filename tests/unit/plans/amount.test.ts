// Amounts as people type them in two languages, kept to the last digit.
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { moneyAmountSchema } from '../../../shared/kernel/schema.ts';
import { amountWords, parseAmount } from '../../../renderer/features/plans/amount.ts';

it.each([
  ['12000', 'en', '12000'],
  ['12,000', 'en', '12000'],
  ['12.000', 'en', '12.000'],
  ['12.000', 'fr', '12000'],
  ['12,000', 'fr', '12.000'],
  ['12 000,50', 'fr', '12000.50'],
  ['12\u202F000,5', 'fr', '12000.5'],
  ['12,000.50', 'en', '12000.50'],
  ['1.234.567', 'en', '1234567'],
  ['1.234.567,89', 'en', '1234567.89'],
  ["1'000", 'en', '1000'],
  ['0012', 'en', '12'],
  ['.5', 'en', '0.5'],
  ['12.', 'en', '12'],
  ['', 'en', ''],
  ['  ', 'en', ''],
])('%j in %s is %j', (typed, language, amount) => {
  expect(parseAmount(typed, language)).toBe(amount);
});

it.each(['abc', '12 USD', '1,2,3', '1.2.3,4', '1,000,00', '12.34567', '1234567890123456', '.', '-5', '12,00.5'])(
  '%j is no amount',
  (typed) => {
    expect(parseAmount(typed, 'en')).toBeNull();
  },
);

it('reads back what it writes, and only what may be stored', () => {
  const amounts = fc
    .tuple(fc.bigInt({ min: 0n, max: 999_999_999_999_999n }), fc.option(fc.stringMatching(/^\d{1,2}$/), { nil: undefined }))
    .map(([whole, decimals]) => `${whole}${decimals === undefined ? '' : `.${decimals}`}`);
  fc.assert(
    fc.property(amounts, fc.constantFrom('en', 'fr'), (amount, language) => {
      const read = parseAmount(amountWords(amount, language === 'fr' ? 'fr-FR' : 'en-GB'), language);
      expect(read).toBe(amount);
      expect(moneyAmountSchema.safeParse(read).success).toBe(true);
    }),
  );
});
