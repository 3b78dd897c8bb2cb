// A phase as a pill of four parts, filled up to the phase, and its name. Phases have no hue.
import type { ReactNode } from 'react';
import type { PhaseId } from '../../../shared/domain/framework/model.ts';
import { useContent, useLocalText } from '../../state/content-context.tsx';
import { phaseIds } from '../../../shared/domain/framework/values.ts';
import classes from './framework.module.css';

export function PhasePill({ phaseId }: { readonly phaseId: PhaseId }): ReactNode {
  const { framework } = useContent();
  const text = useLocalText();
  const reached = phaseIds.indexOf(phaseId);
  return (
    <span className={classes.phase}>
      <span className={classes.parts} aria-hidden>
        {phaseIds.map((id, index) => (
          <span key={id} className={classes.part} data-filled={index <= reached || undefined} />
        ))}
      </span>
      {text(framework.phases.find((phase) => phase.id === phaseId)?.name)}
    </span>
  );
}
