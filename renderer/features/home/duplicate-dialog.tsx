// Asks for the title and the first day of a copy.
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { WorkshopSummary } from '../../../shared/contract/contract.ts';
import { dateInZone, isCalendarDate, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { addressOf } from '../../app/routes.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useClient, useNow } from '../../state/host-context.tsx';
import { useBegunForm } from '../../state/use-begun-form.ts';
import { useHeldForm } from '../../state/use-held-form.ts';
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

/** It waits for what was typed into it before. */
export function DuplicateDialog(props: DuplicateDialogProps): ReactNode {
  const begun = useBegunForm(formKey(props.workshop));
  return begun !== null && <BegunDialog {...props} begun={begun.value} />;
}

function formKey({ workshopId }: WorkshopSummary): string {
  return `duplicate ${workshopId}`;
}

interface FormState {
  readonly title: string;
  readonly startDate: CalendarDate | null;
}

/** What another version of the product kept may hold something else. */
function formOf(begun: unknown, empty: FormState): FormState {
  if (typeof begun !== 'object' || begun === null) return empty;
  const { title, startDate } = begun as Readonly<Record<string, unknown>>;
  return {
    title: typeof title === 'string' ? title : empty.title,
    startDate: typeof startDate === 'string' && isCalendarDate(startDate) ? startDate : null,
  };
}

function BegunDialog({ workshop, onClose, begun }: DuplicateDialogProps & { readonly begun: unknown }): ReactNode {
  const t = useWords();
  const client = useClient();
  const navigate = useNavigate();
  const today = dateInZone(useNow()(), workshop.timezone);
  const [empty] = useState((): FormState => ({ title: t('home:copyOf', { title: workshop.title }), startDate: null }));
  const [form, setForm] = useState(() => formOf(begun, empty));
  const letGo = useHeldForm({ workshopId: null, key: formKey(workshop), value: form, empty });
  const { title, startDate } = form;
  const [problem, setProblem] = useState<string | null>(null);
  const duplicate = async () => {
    if (startDate === null) return;
    const answer = await client.library.duplicate({ workshopId: workshop.workshopId, title: title.trim(), startDate });
    if (answer.ok) {
      letGo();
      void navigate(addressOf('basics', answer.value));
    } else setProblem(failureMessage(t, answer.failure));
  };
  return (
    <Dialog
      title={t('home:duplicateTitle')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            onClick={() => {
              letGo();
              onClose();
            }}
          >
            {t('cancel')}
          </Button>
          <Button kind="primary" onClick={() => void duplicate()} reason={startDate === null ? t('workshop:new.startMissing') : null}>
            {t('home:duplicateDo')}
          </Button>
        </>
      }
    >
      <div className={classes.form}>
        <p>{t('home:duplicateText', { title: workshop.title })}</p>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <TextInput label={t('home:newTitle')} value={title} onChange={(next) => setForm({ ...form, title: next })} autoFocus />
        <DateInput
          label={t('home:firstDay')}
          help={t('workshop:new.startHelp')}
          value={startDate}
          onChange={(next) => setForm({ ...form, startDate: next })}
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
