// Risks of the plan and what is done about them. They are one field of the plan and are saved together.
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { ActionPlan } from '../../../shared/domain/plan/model.ts';
import { targetOf, useSetter } from '../../state/use-setter.ts';
import { useAutosave } from '../../ui/autosave.ts';
import { Button } from '../../ui/button.tsx';
import { ConflictChoice } from '../../ui/conflict-choice.tsx';
import { useWords } from '../../ui/language.ts';
import { OpenValues } from '../../ui/open-values.tsx';
import { Note } from '../../ui/note.tsx';
import { focusPlace } from './focus-place.ts';
import { Fold } from './fold.tsx';
import { onListKey } from '../../ui/grid/list-keys.ts';
import { RowMenu } from '../../ui/grid/row-menu.tsx';
import classes from '../../ui/grid/grid.module.css';
import { useSayDone } from '../../state/use-undo.ts';

type Risk = ActionPlan['risks'][number];

export function RisksSection({ plan, isLocked }: { readonly plan: ActionPlan; readonly isLocked: boolean }): ReactNode {
  const t = useWords();
  const bind = useSetter('planSet', plan);
  const autosave = useAutosave(bind('risks'));
  const risks = autosave.shown;
  const setRisk = (index: number, fields: Partial<Risk>) =>
    autosave.change(risks.map((risk, at) => (at === index ? { ...risk, ...fields } : risk)));
  const setAll = (next: readonly Risk[]) => {
    autosave.change(next);
    autosave.flush();
  };
  const sayDone = useSayDone();
  const remove = (index: number) => {
    setAll(risks.filter((_, at) => at !== index));
    sayDone(t('plans:risks.removed'));
    requestAnimationFrame(() => focusPlace(risks.length > 1 ? `risk.${Math.min(index, risks.length - 2)}` : 'risks'));
  };
  const add = () => {
    setAll([...risks, { text: '', response: '' }]);
    requestAnimationFrame(() => focusPlace(`risk.${risks.length}`));
  };
  const onKeyDown = (event: KeyboardEvent) =>
    onListKey(event, { isLocked, lastRow: String(risks.length - 1), add, remove: (row) => remove(Number(row)) });
  return (
    <Fold title={t('plans:risks.title')} count={risks.length}>
      {risks.length > 0 && (
        // The keys reach the table from its cells, which are what has the focus.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
        <table className={classes.grid} aria-label={t('plans:risks.title')} onKeyDown={onKeyDown}>
          <thead>
            <tr>
              <th scope="col">{t('plans:risks.risk')}</th>
              <th scope="col">{t('plans:risks.response')}</th>
              <th scope="col" className={classes.buttonHead}>
                <span className="visually-hidden">{t('plans:risks.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {risks.map((risk, index) => (
              // Risks have no id of their own: their place in the list is what tells them apart.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={index} data-row={String(index)}>
                <td data-column="text">
                  <textarea
                    className={classes.text}
                    rows={1}
                    aria-label={t('plans:risks.riskOf', { number: index + 1 })}
                    data-cell={`risk.${index}`}
                    data-unsent={autosave.isUnsent || undefined}
                    value={risk.text}
                    readOnly={isLocked}
                    onChange={(event) => setRisk(index, { text: event.target.value })}
                    onBlur={autosave.flush}
                  />
                </td>
                <td data-column="response">
                  <textarea
                    className={classes.text}
                    rows={1}
                    aria-label={t('plans:risks.responseOf', { number: index + 1 })}
                    data-unsent={autosave.isUnsent || undefined}
                    value={risk.response}
                    readOnly={isLocked}
                    onChange={(event) => setRisk(index, { response: event.target.value })}
                    onBlur={autosave.flush}
                  />
                </td>
                <td>
                  {!isLocked && (
                    <RowMenu
                      label={t('plans:risks.menu', { number: index + 1 })}
                      actions={[
                        {
                          label: t('plans:risks.remove', { number: index + 1 }),
                          icon: <IconTrash size={16} stroke={1.75} />,
                          keys: t('plans:keys.remove'),
                          run: () => remove(index),
                        },
                      ]}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {autosave.refusal !== null && <Note tone="danger">{autosave.refusal}</Note>}
      <ConflictChoice
        autosave={autosave}
        words={(list) => list.map((risk) => t('plans:risks.words', { risk: risk.text, response: risk.response })).join('\n')}
      />
      <OpenValues target={targetOf('planSet', plan.id, 'risks')} />
      {!isLocked && (
        <div>
          <Button kind="quiet" icon={<IconPlus size={16} stroke={1.75} aria-hidden />} data-cell="risks" onClick={add}>
            {t('plans:risks.add')}
          </Button>
        </div>
      )}
    </Fold>
  );
}
