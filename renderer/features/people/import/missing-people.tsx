// People of the workshop whom a corrected list no longer names: each is kept unless somebody says otherwise.
import type { ReactNode } from 'react';
import type { ImportPreview } from '../../../../shared/domain/people/import-model.ts';
import { Button } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/page.tsx';
import { useWords } from '../../../ui/language.ts';
import classes from '../people.module.css';
import type { Decisions, MissingChoice } from './import-choices.ts';

const missingChoices = ['keep', 'mark-left', 'remove'] as const satisfies readonly MissingChoice[];

interface MissingPeopleProps {
  readonly missing: ImportPreview['missing'];
  readonly decisions: Decisions;
  readonly onDecide: (participantIds: readonly string[], choice: MissingChoice) => void;
}

export function MissingPeople({ missing, decisions, onDecide }: MissingPeopleProps): ReactNode {
  const t = useWords();
  const everyId = missing.map(({ participantId }) => participantId);
  return (
    <Panel
      title={t('people:import.missing.title', { count: missing.length })}
      actions={
        missing.length > 1 && (
          <span className={classes.tools}>
            <Button kind="quiet" onClick={() => onDecide(everyId, 'keep')}>
              {t('people:import.missing.keepAll')}
            </Button>
            <Button kind="quiet" onClick={() => onDecide(everyId, 'mark-left')}>
              {t('people:import.missing.markAll')}
            </Button>
          </span>
        )
      }
    >
      <p className={classes.quiet}>{t('people:import.missing.text', { count: missing.length })}</p>
      <ul className={classes.missing}>
        {missing.map(({ participantId, fullName, isNamedInPlans }) => (
          <li key={participantId}>
            <span>{fullName}</span>
            <select
              className={classes.choiceCell}
              aria-label={t('people:import.missing.choice', { name: fullName })}
              value={decisions.missing.get(participantId) ?? 'keep'}
              onChange={(event) => onDecide([participantId], event.target.value as MissingChoice)}
            >
              {missingChoices.map((choice) => (
                <option key={choice} value={choice} disabled={choice === 'remove' && isNamedInPlans}>
                  {t(`people:import.missing.${choice}`)}
                </option>
              ))}
            </select>
            {isNamedInPlans && <span className={classes.quiet}>{t('people:import.missing.inPlans')}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
