// The guide of a session for those who lead it: the step the room is at, what the room reads, and the rest folded.
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { SessionStep } from '../../../shared/domain/agenda/model.ts';
import { useAddress } from '../../app/use-address.ts';
import { useContent, useLocalText } from '../../state/content-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/language.ts';
import { sessionContent } from '../agenda/session-content.ts';
import { ProvenanceMark } from '../framework/provenance-mark.tsx';
import classes from './guide-view.module.css';
import { isOn, type RoomSession } from './room.ts';

interface GuideViewProps {
  readonly focus: RoomSession;
  /** Goes to a step; null where nothing may be changed. */
  readonly onStep: ((step: number) => void) | null;
}

export function GuideView({ focus, onStep }: GuideViewProps): ReactNode {
  const t = useWords();
  const address = useAddress();
  const text = useLocalText();
  const { guides } = useContent();
  const { session, clock } = focus;
  const { purpose, steps, stepsSource, materials, notes, instruction } = sessionContent(session, guides);
  const edit = address('agenda', { query: { session: session.id } });
  const hasText = [purpose, notes].some((each) => text(each) !== '') || steps.length > 0 || materials.length > 0;
  if (!hasText) {
    return (
      <p className={classes.none}>
        {t('run:guide.none')} <Link to={edit}>{t('run:guide.edit')}</Link>
      </p>
    );
  }
  return (
    <div className={classes.guide}>
      {isOn(clock.state) && steps.length > 0 ? (
        <StepsNow
          steps={steps}
          mark={stepsSource !== null && <ProvenanceMark source={stepsSource} />}
          index={Math.min(clock.stepIndex, steps.length - 1)}
          onStep={onStep}
        />
      ) : (
        <AllSteps steps={steps} mark={stepsSource !== null && <ProvenanceMark source={stepsSource} />} />
      )}
      {text(instruction) !== '' && (
        <section>
          <h2 className={classes.label}>{t('run:guide.say')}</h2>
          <p className={classes.text}>{text(instruction)}</p>
        </section>
      )}
      {text(purpose) !== '' && (
        <section>
          <h2 className={classes.label}>{t('run:guide.purpose')}</h2>
          <p className={classes.text}>{text(purpose)}</p>
        </section>
      )}
      {text(notes) !== '' && (
        <section>
          <h2 className={classes.label}>{t('run:guide.notes')}</h2>
          <p className={classes.text}>{text(notes)}</p>
        </section>
      )}
      {materials.length > 0 && (
        <section>
          <h2 className={classes.label}>{t('run:guide.materials')}</h2>
          <ul className={classes.materials}>
            {materials.map((material, index) => (
              // Materials have no id of their own.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index}>{text(material)}</li>
            ))}
          </ul>
        </section>
      )}
      <Link to={edit}>{t('run:guide.edit')}</Link>
    </div>
  );
}

interface StepsNowProps {
  readonly steps: readonly SessionStep[];
  readonly mark: ReactNode;
  readonly index: number;
  readonly onStep: ((step: number) => void) | null;
}

function StepsNow({ steps, mark, index, onStep }: StepsNowProps): ReactNode {
  const t = useWords();
  const text = useLocalText();
  const step = steps[index];
  const later = steps.slice(index + 1);
  if (!step) return null;
  return (
    <section className={classes.now}>
      <h2 className={`${classes.label} number`}>
        {t('run:guide.step', { number: index + 1, count: steps.length, minutes: step.minutes })} {mark}
      </h2>
      <p className={classes.step}>{text(step.text)}</p>
      {onStep && steps.length > 1 && (
        <p className={classes.stepButtons}>
          {index > 0 && <Button onClick={() => onStep(index - 1)}>{t('run:guide.previousStep')}</Button>}
          {later.length > 0 && <Button onClick={() => onStep(index + 1)}>{t('run:guide.nextStep')}</Button>}
        </p>
      )}
      {later.length > 0 && (
        <details>
          <summary className={classes.summary}>{t('run:guide.nextSteps', { count: later.length })}</summary>
          <StepList steps={later} from={index + 2} />
        </details>
      )}
    </section>
  );
}

function AllSteps({ steps, mark }: { readonly steps: readonly SessionStep[]; readonly mark: ReactNode }): ReactNode {
  const t = useWords();
  if (steps.length === 0) return null;
  return (
    <section>
      <h2 className={classes.label}>
        {t('run:guide.steps')} {mark}
      </h2>
      <StepList steps={steps} from={1} />
    </section>
  );
}

function StepList({ steps, from }: { readonly steps: readonly SessionStep[]; readonly from: number }): ReactNode {
  const t = useWords();
  const text = useLocalText();
  return (
    <ol className={classes.steps} start={from}>
      {steps.map((step, index) => (
        // Steps have no id of their own: their place is what they are.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          {text(step.text)} <span className={`${classes.minutes} number`}>{t('run:guide.stepMinutes', { count: step.minutes })}</span>
        </li>
      ))}
    </ol>
  );
}
