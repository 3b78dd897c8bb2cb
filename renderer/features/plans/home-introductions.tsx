// The fifth historic part: who explains the idea at home, to whom, at which meeting, by when. Typed like the steps.
import { IconTrash } from '@tabler/icons-react';
import { placeOfPasted } from '../../../shared/domain/plan/empty-part.ts';
import type { ReactNode } from 'react';
import type { HomeIntroduction, PlanId } from '../../../shared/domain/plan/model.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { useHost } from '../../state/host-context.tsx';
import { useSetter } from '../../state/use-setter.ts';
import { useWords } from '../../ui/language.ts';
import { focusPlace } from './focus-place.ts';
import { DueCell, WrappingCell } from '../../ui/grid/grid-cells.tsx';
import { ListGrid } from '../../ui/grid/list-grid.tsx';
import type { Pasted } from '../../ui/grid/pasted.ts';
import { RowMenu } from '../../ui/grid/row-menu.tsx';
import { pastedIntroductions } from './pasted-introductions.ts';
import { pastedWords, usePartCommands } from './part-commands.ts';

interface HomeIntroductionsProps {
  readonly planId: PlanId;
  readonly introductions: readonly HomeIntroduction[];
  readonly reference: CalendarDate;
  readonly isLocked: boolean;
}

export function HomeIntroductions({ planId, introductions, reference, isLocked }: HomeIntroductionsProps): ReactNode {
  const t = useWords();
  const { newId } = useHost();
  const { run, runUndoable, problem } = usePartCommands();
  const add = async () => {
    const id = newId() as HomeIntroduction['id'];
    if (await run({ name: 'homeIntroductionAdd', id, planId })) focusPlace(`${id}.who`);
  };
  const remove = (id: HomeIntroduction['id']) => {
    const place = introductions.findIndex((introduction) => introduction.id === id);
    const next = introductions[place + 1] ?? introductions[place - 1];
    focusPlace(next ? `${next.id}.who` : 'homeIntroductions');
    void runUndoable({ name: 'homeIntroductionRemove', id }, t('plans:home.removed'));
  };
  const paste = (rowId: HomeIntroduction['id'], pasted: Pasted) => {
    const read = pastedIntroductions(pasted, reference);
    if (read === null) return false;
    const fresh = read.map((introduction) => ({ id: newId() as HomeIntroduction['id'], ...introduction }));
    const place = placeOfPasted(introductions, rowId);
    const unread = fresh.flatMap(({ byDateAsTyped: text }, index) =>
      text === '' ? [] : [t('plans:home.unreadCell', { number: place + index + 1, column: t('plans:home.by'), text })],
    );
    const words = pastedWords(t, t('plans:home.pasted', { count: fresh.length }), unread);
    const command = { name: 'homeIntroductionsAdd', planId, afterId: rowId, insteadOfId: rowId, introductions: fresh } as const;
    void runUndoable(command, words).then((isDone) => {
      if (isDone) focusPlace(`${fresh.at(-1)?.id ?? ''}.who`);
    });
    return true;
  };
  return (
    <ListGrid
      label={t('plans:home.title')}
      columns={[
        { label: t('plans:home.who') },
        { label: t('plans:home.toWhom') },
        { label: t('plans:home.meeting') },
        { label: t('plans:home.by'), width: 'due' },
      ]}
      isLocked={isLocked}
      rows={introductions.map(({ id }) => id)}
      addLabel={t('plans:home.add')}
      addName="homeIntroductions"
      onAdd={() => void add()}
      onRemove={(row) => remove(row as HomeIntroduction['id'])}
      problem={problem}
    >
      {introductions.map((introduction, index) => (
        <IntroductionRow
          key={introduction.id}
          introduction={introduction}
          number={index + 1}
          reference={reference}
          isLocked={isLocked}
          onPaste={(pasted) => paste(introduction.id, pasted)}
          onRemove={() => remove(introduction.id)}
        />
      ))}
    </ListGrid>
  );
}

interface IntroductionRowProps {
  readonly introduction: HomeIntroduction;
  readonly number: number;
  readonly reference: CalendarDate;
  readonly isLocked: boolean;
  readonly onPaste: (pasted: Pasted) => boolean;
  readonly onRemove: () => void;
}

function IntroductionRow({ introduction, number, reference, isLocked, onPaste, onRemove }: IntroductionRowProps): ReactNode {
  const t = useWords();
  const bind = useSetter('homeIntroductionSet', introduction);
  const text = (field: 'who' | 'toWhom' | 'meeting') => ({
    ...bind(field),
    label: t(`plans:home.${field}Of`, { number }),
    name: `${introduction.id}.${field}`,
    isReadOnly: isLocked,
  });
  return (
    <tr data-row={introduction.id}>
      <td data-column="who">
        <WrappingCell {...text('who')} onPaste={onPaste} />
      </td>
      <td data-column="toWhom">
        <WrappingCell {...text('toWhom')} />
      </td>
      <td data-column="meeting">
        <WrappingCell {...text('meeting')} />
      </td>
      <td data-column="byDate">
        <DueCell
          {...bind('byDate')}
          label={t('plans:home.byOf', { number })}
          name={`${introduction.id}.byDate`}
          isReadOnly={isLocked}
          reference={reference}
        />
      </td>
      <td>
        {!isLocked && (
          <RowMenu
            label={t('plans:home.menu', { number })}
            actions={[
              {
                label: t('plans:home.remove', { number }),
                icon: <IconTrash size={16} stroke={1.75} />,
                keys: t('plans:keys.remove'),
                run: onRemove,
              },
            ]}
          />
        )}
      </td>
    </tr>
  );
}
