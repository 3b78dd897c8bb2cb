// What belongs to a day as a whole: its title per language, when it starts, and the way to remove it.
import type { ReactNode } from 'react';
import type { Day } from '../../../shared/domain/agenda/model.ts';
import { useContent } from '../../state/content-context.tsx';
import { useSetter } from '../../state/use-setter.ts';
import type { Binding } from '../../ui/autosave.ts';
import { unclearWords } from '../../ui/date-input.ts';
import { Button } from '../../ui/button.tsx';
import { ConflictChoice } from '../../ui/conflict-choice.tsx';
import { Field, type FieldWords } from '../../ui/field.tsx';
import { TextField } from '../../ui/fields.tsx';
import { useWords } from '../../ui/language.ts';
import { typedWords, useTypedText } from '../../ui/typed-text.ts';
import classes from './agenda.module.css';
import { languageBinding } from './local-text-binding.ts';
import { languageName } from './language-name.ts';
import { parseTime } from './time-text.ts';
import { templateDayLabel } from './template-day.ts';

interface DayHeadProps {
  readonly day: Day;
  readonly languages: readonly string[];
  readonly isReadOnly: boolean;
  /** Why the day cannot be removed, or null. */
  readonly keepReason: string | null;
  readonly onRemove: () => void;
}

export function DayHead({ day, languages, isReadOnly, keepReason, onRemove }: DayHeadProps): ReactNode {
  const t = useWords();
  const { templates } = useContent();
  const bind = useSetter('daySet', day);
  const guide = templateDayLabel(day, templates);
  return (
    <div className={classes.dayHead}>
      {languages.map((language) => (
        <div key={language} className={classes.dayTitle}>
          <TextField
            {...languageBinding({ own: bind('label'), guide, language, keepsOthers: true })}
            label={languages.length === 1 ? t('agenda:days.title') : t('agenda:days.titleIn', { language: languageName(t, language) })}
            isReadOnly={isReadOnly}
          />
        </div>
      ))}
      <div className={classes.dayStart}>
        <TimeField {...bind('startTime')} label={t('agenda:days.starts')} isReadOnly={isReadOnly} />
      </div>
      {!isReadOnly && (
        <Button kind="quiet" reason={keepReason} onClick={onRemove}>
          {t('agenda:days.remove')}
        </Button>
      )}
    </div>
  );
}

interface TimeFieldProps extends FieldWords, Binding<string> {
  readonly isReadOnly: boolean;
  /** True: an empty field is a value of its own. */
  readonly mayBeEmpty?: boolean;
}

/** A time of day in any usual writing; saved as `08:30`. */
export function TimeField({ value, onSave, target, typed, isReadOnly, mayBeEmpty = false, ...words }: TimeFieldProps): ReactNode {
  const t = useWords();
  const time = useTypedText<string>(
    { value, onSave, target, typed, isReadOnly },
    {
      read: (text) => {
        const parsed = parseTime(text);
        return parsed === null ? null : { value: parsed };
      },
      write: String,
      ...(mayBeEmpty ? { empty: { value: '' } } : {}),
    },
  );
  const { autosave, isKept } = time;
  const unclear = unclearWords(t, time, t('agenda:days.startUnclear'));
  return (
    <Field
      {...words}
      target={target}
      error={isKept ? autosave.refusal : (unclear ?? autosave.refusal)}
      warning={isKept ? unclear : null}
      below={<ConflictChoice autosave={autosave} words={typedWords(String)} />}
    >
      {(ties) => (
        <input
          {...ties}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          value={time.text}
          readOnly={isReadOnly}
          data-unclear={time.isUnclear || undefined}
          onChange={(event) => time.change(event.target.value)}
          onBlur={time.finish}
          onKeyDown={(event) => {
            if (event.key === 'Enter') time.finish();
            if (event.key === 'Escape' && time.isTyping) time.revert();
          }}
        />
      )}
    </Field>
  );
}
