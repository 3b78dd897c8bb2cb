// What the plan costs, in which currency, and where the money comes from.
import type { ReactNode } from 'react';
import type { ActionPlan } from '../../../shared/domain/plan/model.ts';
import { useSetter } from '../../state/use-setter.ts';
import type { Binding } from '../../ui/autosave.ts';
import { ConflictChoice } from '../../ui/conflict-choice.tsx';
import { unclearWords } from '../../ui/date-input.ts';
import { Field, FieldGrid } from '../../ui/field.tsx';
import { CheckField, TextField } from '../../ui/fields.tsx';
import { useLanguage, useWords } from '../../ui/language.ts';
import { typedWords, useTypedText } from '../../ui/typed-text.ts';
import { amountWords, parseAmount } from './amount.ts';
import { currencies } from './currencies.ts';
import { Fold } from './fold.tsx';

export function BudgetSection({ plan, isLocked }: { readonly plan: ActionPlan; readonly isLocked: boolean }): ReactNode {
  const t = useWords();
  const language = useLanguage();
  const bind = useSetter('planSet', plan);
  const sum =
    plan.budgetAmount === '' ? t('plans:budget.none') : `${amountWords(plan.budgetAmount, language)} ${plan.budgetCurrency}`.trim();
  return (
    <Fold title={t('plans:budget.title')} count={sum}>
      <FieldGrid>
        <AmountField {...bind('budgetAmount')} isReadOnly={isLocked} />
        <TextField
          label={t('plans:budget.currency')}
          help={t('plans:budget.currencyHelp')}
          name="budgetCurrency"
          {...bind('budgetCurrency')}
          list={currencies}
          isReadOnly={isLocked}
        />
        <TextField label={t('plans:budget.source')} name="budgetSource" {...bind('budgetSource')} wide isReadOnly={isLocked} />
        <CheckField label={t('plans:budget.secured')} name="budgetSecured" {...bind('budgetSecured')} isReadOnly={isLocked} />
      </FieldGrid>
    </Fold>
  );
}

/** An amount with the separators of the page's language; saved when the field is left. */
function AmountField({ value, onSave, target, typed, isReadOnly }: Binding<string> & { readonly isReadOnly: boolean }): ReactNode {
  const t = useWords();
  const language = useLanguage();
  const amount = useTypedText<string>(
    { value, onSave, target, typed, isReadOnly },
    {
      read: (text) => {
        const parsed = parseAmount(text, language);
        return parsed === null ? null : { value: parsed };
      },
      write: (stored) => amountWords(stored, language),
      empty: { value: '' },
    },
  );
  const { autosave, isKept } = amount;
  const unclear = unclearWords(t, amount, t('plans:budget.amountUnclear'));
  return (
    <Field
      label={t('plans:budget.amount')}
      help={t('plans:budget.amountHelp')}
      name="budgetAmount"
      error={isKept ? autosave.refusal : (unclear ?? autosave.refusal)}
      warning={isKept ? unclear : null}
      target={target}
      below={<ConflictChoice autosave={autosave} words={typedWords((text) => amountWords(text, language))} />}
    >
      {(ties) => (
        <input
          {...ties}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          data-unsent={amount.isTyping || undefined}
          value={amount.text}
          readOnly={isReadOnly}
          onChange={(event) => amount.change(event.target.value)}
          onBlur={amount.finish}
          onKeyDown={(event) => {
            if (event.key === 'Enter') amount.finish();
            if (event.key === 'Escape') amount.revert();
          }}
        />
      )}
    </Field>
  );
}
