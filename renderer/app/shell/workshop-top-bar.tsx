// The top bar of a workshop: its name and day at the left; saved, undo, redo and search at the right.
import { IconAlertTriangle, IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { lazy, useState, type ReactNode } from 'react';
import { addDays, dateInZone, daysBetween } from '../../../shared/kernel/calendar-date.ts';
import { useStepLabel } from '../../features/changes/use-step-label.ts';
import { OwnName } from '../../features/settings/own-name.tsx';
import { failureMessage } from '../../state/failure-message.ts';
import { useNow } from '../../state/host-context.tsx';
import { useSaved } from '../../state/use-saved.ts';
import { useUndo } from '../../state/use-undo.ts';
import { useWorkshop } from '../../state/workshop-context.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialogs.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { Later } from '../../ui/later.tsx';
import { SampleFlag } from '../../ui/words.tsx';
import { FindButton } from './find-button.tsx';
import classes from './shell.module.css';

const WorkshopFind = lazy(async () => ({ default: (await import('./workshop-find.tsx')).WorkshopFind }));

export function WorkshopHeading(): ReactNode {
  const t = useWords();
  const { title, isSample } = useWorkshop();
  return (
    <>
      <span className={classes.title} title={title}>
        {title === '' ? t('untitled') : title}
      </span>
      <span className={classes.day}>
        <Later>
          <DayLine />
        </Later>
      </span>
      {isSample && <SampleFlag label={t('sample')} />}
    </>
  );
}

/** "Day 2 of 3 · 20 March" while it runs, else its dates. */
function DayLine(): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const now = useNow();
  const { startDate, endDate, timezone } = useWorkshop();
  const days = daysBetween(startDate, endDate) + 1;
  const index = daysBetween(startDate, dateInZone(now(), timezone));
  if (index < 0 || index >= days) return formats.dateRange(startDate, endDate);
  return t('frame.day', { day: index + 1, days, date: formats.dayMonth(addDays(startDate, index)) });
}

export function WorkshopTools(): ReactNode {
  const { undo, redo } = useUndo();
  const labelOf = useStepLabel();
  return (
    <>
      <SavedWord />
      <IconButton label={labelOf('undo')} icon={<IconArrowBackUp size={18} stroke={1.75} />} isOff={!undo.isPossible} onClick={undo.run} />
      <IconButton
        label={labelOf('redo')}
        icon={<IconArrowForwardUp size={18} stroke={1.75} />}
        isOff={!redo.isPossible}
        onClick={redo.run}
      />
      <OwnName />
      <FindButton dialog={WorkshopFind} />
    </>
  );
}

function SavedWord(): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const saved = useSaved();
  const [isOpen, setOpen] = useState(false);
  if (saved.kind === 'trouble') {
    return (
      <>
        <button type="button" className={`${classes.saved} ${classes.trouble}`} onClick={() => setOpen(true)}>
          <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
          {t('saved.trouble')}
        </button>
        <Dialog title={t('saved.troubleTitle')} isOpen={isOpen} onClose={() => setOpen(false)}>
          <p>{failureMessage(t, saved.failure)}</p>
        </Dialog>
      </>
    );
  }
  return (
    <span className={`${classes.saved} number`} data-saved={saved.kind === 'saved' ? saved.at : undefined}>
      {saved.kind === 'saved' ? t('saved.at', { time: formats.timeWithSeconds(saved.at) }) : t('saved.saving')}
    </span>
  );
}
