// The workshop that runs today: a wide first row with "Go on".
import { IconPlayerPlay } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { WorkshopSummary } from '../../../shared/contract/contract.ts';
import { addressOf } from '../../app/routes.ts';
import { Button } from '../../ui/button.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { SampleFlag } from '../../ui/words.tsx';
import { WorkshopMenu } from './workshop-menu.tsx';
import { stateInWords } from './workshop-state.ts';
import classes from './home.module.css';

export function RunningWorkshop({ workshop, now }: { readonly workshop: WorkshopSummary; readonly now: number }): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const navigate = useNavigate();
  const { workshopId, title, place, startDate, endDate, isSample, plans, signedPlans, teams } = workshop;
  const facts = [
    place,
    startDate && endDate ? formats.dateRange(startDate, endDate) : '',
    t('home:teamsCount', { count: teams }),
    t('home:plansSignedWide', { signed: signedPlans, plans }),
  ];
  return (
    <section className={classes.running} aria-label={title}>
      <div className={classes.runningWords}>
        <p className={classes.runningState}>{stateInWords(workshop, { t, formats, now })}</p>
        <h2 className={classes.runningTitle}>
          {title === '' ? t('untitled') : title} {isSample && <SampleFlag label={t('sample')} />}
        </h2>
        <p className={classes.facts}>{facts.filter((fact) => fact !== '').join(' · ')}</p>
      </div>
      <Button
        kind="primary"
        size="run"
        icon={<IconPlayerPlay size={18} stroke={1.75} aria-hidden />}
        onClick={() => void navigate(addressOf('run', { workshopId }))}
      >
        {t('home:goOn')}
      </Button>
      <WorkshopMenu workshop={workshop} />
    </section>
  );
}
