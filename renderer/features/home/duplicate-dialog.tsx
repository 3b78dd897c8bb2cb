// Asks for the title and the first day of a copy.
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { WorkshopSummary } from '../../../shared/contract/contract.ts';
import { dateInZone, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { addressOf } from '../../app/routes.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useClient, useNow } from '../../state/host-context.tsx';
import { Button } from '../../ui/button.tsx';
import { DateInput } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialogs.tsx';
import { TextInput } from '../../ui/inputs.tsx';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import classes from './home.module.css';

interface DuplicateDialogProps {
  readonly workshop: WorkshopSummary;
  readonly onClose: () => void;
}

export function DuplicateDialog({ workshop, onClose }: DuplicateDialogProps): ReactNode {
  const t = useWords();
  const client = useClient();
  const navigate = useNavigate();
  const today = dateInZone(useNow()(), workshop.timezone);
  const [title, setTitle] = useState(t('home:copyOf', { title: workshop.title }));
  const [startDate, setStartDate] = useState<CalendarDate | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const duplicate = async () => {
    if (startDate === null) return;
    const answer = await client.library.duplicate({ workshopId: workshop.workshopId, title: title.trim(), startDate });
    if (answer.ok) void navigate(addressOf('basics', answer.value));
    else setProblem(failureMessage(t, answer.failure));
  };
  return (
    <Dialog
      title={t('home:duplicateTitle')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" onClick={() => void duplicate()} reason={startDate === null ? t('workshop:new.startMissing') : null}>
            {t('home:duplicateDo')}
          </Button>
        </>
      }
    >
      <div className={classes.form}>
        <p>{t('home:duplicateText', { title: workshop.title })}</p>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <TextInput label={t('home:newTitle')} value={title} onChange={setTitle} autoFocus />
        <DateInput
          label={t('home:firstDay')}
          help={t('workshop:new.startHelp')}
          value={startDate}
          onChange={setStartDate}
          reference={today}
        />
        {problem !== null && (
          <Note tone="danger">
            <p>{problem}</p>
          </Note>
        )}
      </div>
    </Dialog>
  );
}
