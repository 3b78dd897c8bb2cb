// What the plan costs, in which currency, and where the money comes from.
import { useState, type ReactNode } from 'react';
import type { ActionPlan } from '../../../shared/domain/plan/model.ts';
import { useSetter } from '../../state/use-setter.ts';
import { useAutosave, type Binding } from '../../ui/autosave.ts';
import { ConflictChoice } from '../../ui/conflict-choice.tsx';
import { Field, FieldGrid } from '../../ui/field.tsx';
import { CheckField, TextField } from '../../ui/fields.tsx';
import { useLanguage, useWords } from '../../ui/language.ts';
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
function AmountField({ value, onSave, target, isReadOnly }: Binding<string> & { readonly isReadOnly: boolean }): ReactNode {
  const t = useWords();
  const language = useLanguage();
  const autosave = useAutosave({ value, onSave });
  const [typed, setTyped] = useState<string | null>(null);
  const amount = typed === null ? autosave.shown : parseAmount(typed, language);
  const finish = () => {
    if (typed === null || amount === null) return;
    setTyped(null);
    if (amount === autosave.shown) return;
    autosave.change(amount);
    autosave.flush();
  };
  return (
    <Field
      label={t('plans:budget.amount')}
      help={t('plans:budget.amountHelp')}
      name="budgetAmount"
      error={amount === null ? t('plans:budget.amountUnclear') : autosave.refusal}
      target={target}
      below={<ConflictChoice autosave={autosave} words={(text) => amountWords(text, language)} />}
    >
      {(ties) => (
        <input
          {...ties}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          data-unsent={typed === null ? undefined : true}
          value={typed ?? amountWords(autosave.shown, language)}
          readOnly={isReadOnly}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={finish}
          onKeyDown={(event) => {
            if (event.key === 'Enter') finish();
            if (event.key === 'Escape') setTyped(null);
          }}
        />
      )}
    </Field>
  );
}
