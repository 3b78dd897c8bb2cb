// Risks of the plan and what is done about them. They are one field of the plan and are saved together.
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ActionPlan } from '../../../shared/domain/plan/model.ts';
import { targetOf, useSetter } from '../../state/use-setter.ts';
import { useTypedAutosave } from '../../ui/autosave.ts';
import { ConflictChoice } from '../../ui/conflict-choice.tsx';
import { WrappingText } from '../../ui/grid/grid-cells.tsx';
import { ListGrid } from '../../ui/grid/list-grid.tsx';
import type { Pasted } from '../../ui/grid/pasted.ts';
import { RowMenu } from '../../ui/grid/row-menu.tsx';
import { useWords } from '../../ui/language.ts';
import { OpenValues } from '../../ui/open-values.tsx';
import { focusPlace } from './focus-place.ts';
import { Fold } from './fold.tsx';
import { usePartCommands } from './part-commands.ts';
import { pastedRisks } from './pasted-risks.ts';

type Risk = ActionPlan['risks'][number];

export function RisksSection({ plan, isLocked }: { readonly plan: ActionPlan; readonly isLocked: boolean }): ReactNode {
  const t = useWords();
  const bind = useSetter('planSet', plan);
  const autosave = useTypedAutosave(bind('risks'), { isReadOnly: isLocked });
  const { shown: risks, flush } = autosave;
  const { runUndoable, problem } = usePartCommands();
  /** As one step that can be taken back; what is being typed goes before it. */
  const setAll = (next: readonly Risk[], done: string) => {
    flush();
    return runUndoable({ name: 'planSet', id: plan.id, field: 'risks', value: next, was: autosave.kept?.stored ?? risks }, done);
  };
  const setAt = (index: number, fields: Partial<Risk>) =>
    autosave.change(risks.map((risk, at) => (at === index ? { ...risk, ...fields } : risk)));
  const focusRow = (index: number) => requestAnimationFrame(() => focusPlace(index < 0 ? 'risks' : `risk.${index}`));
  const remove = async (index: number) => {
    const next = risks.toSpliced(index, 1);
    if (await setAll(next, t('plans:risks.removed'))) focusRow(Math.min(index, next.length - 1));
  };
  const add = () => {
    autosave.change([...risks, { text: '', response: '' }]);
    flush();
    focusRow(risks.length);
  };
  const paste = (index: number, pasted: Pasted) => {
    const fresh = pastedRisks(pasted);
    if (fresh === null) return false;
    const isEmpty = risks[index]?.text === '' && risks[index].response === '';
    const place = isEmpty ? index : index + 1;
    const next = risks.toSpliced(place, isEmpty ? 1 : 0, ...fresh);
    void setAll(next, t('plans:risks.pasted', { count: fresh.length })).then((isDone) => {
      if (isDone) focusRow(place + fresh.length - 1);
    });
    return true;
  };
  const cell = (index: number, field: 'text' | 'response') => ({
    autosave: {
      ...autosave,
      shown: risks[index]?.[field] ?? '',
      // What is wrong with the list stands below it.
      refusal: null,
      change: (text: string) => setAt(index, { [field]: text }),
    },
    isReadOnly: isLocked,
  });
  return (
    <Fold title={t('plans:risks.title')} count={risks.length}>
      <ListGrid
        label={t('plans:risks.title')}
        columns={[{ label: t('plans:risks.risk') }, { label: t('plans:risks.response') }]}
        isLocked={isLocked}
        rows={risks.map((_, index) => String(index))}
        addLabel={t('plans:risks.add')}
        addName="risks"
        onAdd={add}
        onRemove={(row) => void remove(Number(row))}
        problem={autosave.refusal ?? problem}
      >
        {risks.map((_, index) => (
          // Risks have no id of their own: their place in the list is what tells them apart.
          // oxlint-disable-next-line react/no-array-index-key
          <tr key={index} data-row={String(index)}>
            <td data-column="text">
              <WrappingText
                {...cell(index, 'text')}
                label={t('plans:risks.riskOf', { number: index + 1 })}
                name={`risk.${index}`}
                onPaste={(pasted) => paste(index, pasted)}
              />
            </td>
            <td data-column="response">
              <WrappingText
                {...cell(index, 'response')}
                label={t('plans:risks.responseOf', { number: index + 1 })}
                name={`risk.${index}.response`}
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
                      run: () => void remove(index),
                    },
                  ]}
                />
              )}
            </td>
          </tr>
        ))}
      </ListGrid>
      <ConflictChoice
        autosave={autosave}
        words={(list) => list.map((risk) => t('plans:risks.words', { risk: risk.text, response: risk.response })).join('\n')}
      />
      <OpenValues target={targetOf('planSet', plan.id, 'risks')} />
    </Fold>
  );
}
