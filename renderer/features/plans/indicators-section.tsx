// How everybody will see that the plan worked: indicators with baseline and target in the same unit, typed like the steps.
import { IconListDetails, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { placeOfPasted } from '../../../shared/domain/plan/empty-part.ts';
import type { ActionPlan, Indicator } from '../../../shared/domain/plan/model.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { useContent, useLocalText } from '../../state/content-context.tsx';
import { useHost } from '../../state/host-context.tsx';
import { useSetter } from '../../state/use-setter.ts';
import { DueCell, WrappingCell } from '../../ui/grid/grid-cells.tsx';
import { ListGrid } from '../../ui/grid/list-grid.tsx';
import type { Pasted } from '../../ui/grid/pasted.ts';
import { RowMenu } from '../../ui/grid/row-menu.tsx';
import { SuggestCell, type Suggestion } from '../../ui/grid/suggest-cell.tsx';
import { useWords } from '../../ui/language.ts';
import { useProvenanceWord } from '../framework/provenance-mark.tsx';
import { focusPlace } from './focus-place.ts';
import { Fold } from './fold.tsx';
import { IndicatorDetails } from './indicator-details.tsx';
import { pastedWords, usePartCommands } from './part-commands.ts';
import { pastedIndicators } from './pasted-indicators.ts';
import sections from './sections.module.css';

interface IndicatorsSectionProps {
  readonly plan: ActionPlan;
  readonly indicators: readonly Indicator[];
  readonly reference: CalendarDate;
  readonly isLocked: boolean;
}

export function IndicatorsSection({ plan, indicators, reference, isLocked }: IndicatorsSectionProps): ReactNode {
  const t = useWords();
  const { newId } = useHost();
  const { run, runUndoable, problem } = usePartCommands();
  const suggestions = useSuggestions(plan);
  const [detailsOf, setDetailsOf] = useState<Indicator['id'] | null>(null);
  const add = async () => {
    const id = newId() as Indicator['id'];
    if (await run({ name: 'indicatorAdd', id, planId: plan.id })) focusPlace(`${id}.name`);
  };
  const remove = (id: Indicator['id']) => {
    const place = indicators.findIndex((indicator) => indicator.id === id);
    const next = indicators[place + 1] ?? indicators[place - 1];
    focusPlace(next ? `${next.id}.name` : 'indicators');
    void runUndoable({ name: 'indicatorRemove', id }, t('plans:indicators.removed'));
  };
  const paste = (rowId: Indicator['id'], pasted: Pasted) => {
    const read = pastedIndicators(pasted, reference);
    if (read === null) return false;
    const fresh = read.map((indicator) => ({ id: newId() as Indicator['id'], ...indicator }));
    const place = placeOfPasted(indicators, rowId);
    const unread = fresh.flatMap(({ targetDateAsTyped: text }, index) =>
      text === '' ? [] : [t('plans:indicators.unreadCell', { number: place + index + 1, text })],
    );
    const words = pastedWords(t, t('plans:indicators.pasted', { count: fresh.length }), unread);
    const command = { name: 'indicatorsAdd', planId: plan.id, afterId: rowId, insteadOfId: rowId, indicators: fresh } as const;
    void runUndoable(command, words).then((isDone) => {
      if (isDone) focusPlace(`${fresh.at(-1)?.id ?? ''}.name`);
    });
    return true;
  };
  const details = indicators.find((indicator) => indicator.id === detailsOf);
  return (
    <Fold title={t('plans:indicators.title')} count={indicators.length}>
      <p className={sections.help} data-help>
        {t('plans:indicators.help')}
      </p>
      <ListGrid
        label={t('plans:indicators.title')}
        columns={[
          { label: t('plans:indicators.name') },
          { label: t('plans:indicators.unit'), width: 'value' },
          { label: t('plans:indicators.baselineHead'), width: 'value' },
          { label: t('plans:indicators.target'), width: 'value' },
          { label: t('plans:indicators.by'), width: 'due' },
        ]}
        isLocked={isLocked}
        rows={indicators.map(({ id }) => id)}
        addLabel={t('plans:indicators.add')}
        addName="indicators"
        onAdd={() => void add()}
        onRemove={(row) => remove(row as Indicator['id'])}
        problem={problem}
      >
        {indicators.map((indicator, index) => (
          <IndicatorRow
            key={indicator.id}
            indicator={indicator}
            number={index + 1}
            suggestions={suggestions}
            reference={reference}
            isLocked={isLocked}
            onPaste={(pasted) => paste(indicator.id, pasted)}
            onRemove={() => remove(indicator.id)}
            onDetails={() => setDetailsOf(indicator.id)}
          />
        ))}
      </ListGrid>
      <IndicatorDetails
        indicator={details}
        number={details ? indicators.indexOf(details) + 1 : 0}
        reference={reference}
        isLocked={isLocked}
        onClose={() => setDetailsOf(null)}
      />
    </Fold>
  );
}

/** Indicators of the framework for the plan's fields, and those that we propose, each with its mark. */
function useSuggestions({ fieldIds }: ActionPlan): readonly Suggestion[] {
  const { framework } = useContent();
  const text = useLocalText();
  const provenance = useProvenanceWord();
  return framework.fields
    .filter((field) => fieldIds.includes(field.id))
    .flatMap((field) => field.indicators.map((indicator) => ({ text: text(indicator.text), mark: provenance(indicator.source) })));
}

interface IndicatorRowProps {
  readonly indicator: Indicator;
  readonly number: number;
  readonly suggestions: readonly Suggestion[];
  readonly reference: CalendarDate;
  readonly isLocked: boolean;
  readonly onPaste: (pasted: Pasted) => boolean;
  readonly onRemove: () => void;
  readonly onDetails: () => void;
}

function IndicatorRow(props: IndicatorRowProps): ReactNode {
  const { indicator, number, suggestions, reference, isLocked, onPaste, onRemove, onDetails } = props;
  const t = useWords();
  const bind = useSetter('indicatorSet', indicator);
  const cell = (field: string) => ({ name: `${indicator.id}.${field}`, isReadOnly: isLocked });
  return (
    <tr data-row={indicator.id}>
      <td data-column="name">
        <SuggestCell
          {...bind('name')}
          {...cell('name')}
          label={t('plans:indicators.nameOf', { number })}
          suggestions={suggestions}
          onPaste={onPaste}
        />
      </td>
      <td data-column="unit">
        <WrappingCell {...bind('unit')} {...cell('unit')} label={t('plans:indicators.unitOf', { number })} />
      </td>
      <td data-column="baselineValue">
        <WrappingCell {...bind('baselineValue')} {...cell('baselineValue')} label={t('plans:indicators.baselineOf', { number })} />
      </td>
      <td data-column="targetValue">
        <WrappingCell {...bind('targetValue')} {...cell('targetValue')} label={t('plans:indicators.targetOf', { number })} />
      </td>
      <td data-column="targetDate">
        <DueCell
          {...bind('targetDate')}
          {...cell('targetDate')}
          label={t('plans:indicators.targetDateOf', { number })}
          reference={reference}
        />
      </td>
      <td>
        <RowMenu
          label={t('plans:indicators.menu', { number })}
          actions={[
            { label: t('plans:indicators.more', { number }), icon: <IconListDetails size={16} stroke={1.75} />, run: onDetails },
            ...(isLocked
              ? []
              : [
                  {
                    label: t('plans:indicators.remove', { number }),
                    icon: <IconTrash size={16} stroke={1.75} />,
                    keys: t('plans:keys.remove'),
                    run: onRemove,
                  },
                ]),
          ]}
        />
      </td>
    </tr>
  );
}
