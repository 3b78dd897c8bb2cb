// The fifth historic part: who explains the idea at home, to whom, at which meeting, by when. Typed like the steps.
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { memo, type KeyboardEvent, type ReactNode } from 'react';
import type { HomeIntroduction, PlanId } from '../../../shared/domain/plan/model.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { useHost } from '../../state/host-context.tsx';
import { useSetter } from '../../state/use-setter.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { focusPlace } from './focus-place.ts';
import { DueCell, WrappingCell } from '../../ui/grid/grid-cells.tsx';
import { onListKey } from '../../ui/grid/list-keys.ts';
import { RowMenu } from '../../ui/grid/row-menu.tsx';
import classes from '../../ui/grid/grid.module.css';
import { usePartCommands } from './part-commands.ts';

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
  const onKeyDown = (event: KeyboardEvent) =>
    onListKey(event, {
      isLocked,
      lastRow: introductions.at(-1)?.id,
      add: () => void add(),
      remove: (row) => remove(row as HomeIntroduction['id']),
    });
  return (
    <div className={classes.frame}>
      {introductions.length > 0 && (
        // The keys reach the table from its cells, which are what has the focus.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
        <table className={classes.grid} aria-label={t('plans:home.title')} onKeyDown={onKeyDown}>
          <thead>
            <tr>
              <th scope="col">{t('plans:home.who')}</th>
              <th scope="col">{t('plans:home.toWhom')}</th>
              <th scope="col">{t('plans:home.meeting')}</th>
              <th scope="col" className={classes.dueHead}>
                {t('plans:home.by')}
              </th>
              <th scope="col" className={classes.buttonHead}>
                <span className="visually-hidden">{t('plans:home.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {introductions.map((introduction, index) => (
              <IntroductionRow
                key={introduction.id}
                introduction={introduction}
                number={index + 1}
                reference={reference}
                isLocked={isLocked}
                onRemove={() => remove(introduction.id)}
              />
            ))}
          </tbody>
        </table>
      )}
      {problem !== null && <Note tone="danger">{problem}</Note>}
      {!isLocked && (
        <div>
          <Button
            kind="quiet"
            icon={<IconPlus size={16} stroke={1.75} aria-hidden />}
            data-cell="homeIntroductions"
            onClick={() => void add()}
          >
            {t('plans:home.add')}
          </Button>
        </div>
      )}
    </div>
  );
}

interface IntroductionRowProps {
  readonly introduction: HomeIntroduction;
  readonly number: number;
  readonly reference: CalendarDate;
  readonly isLocked: boolean;
  readonly onRemove: () => void;
}

const IntroductionRow = memo(function IntroductionRow({
  introduction,
  number,
  reference,
  isLocked,
  onRemove,
}: IntroductionRowProps): ReactNode {
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
        <WrappingCell {...text('who')} />
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
});
