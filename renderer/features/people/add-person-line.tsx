// The last line of the people table: a name and Enter add somebody, who may take another's place; cells pasted from a spreadsheet become an import.
import { IconPlus } from '@tabler/icons-react';
import { useRef, useState, type ClipboardEvent, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';
import { tidied } from '../../../shared/domain/people/import-text.ts';
import type { ParticipantId } from '../../../shared/domain/people/model.ts';
import { isHere } from '../../../shared/domain/people/rules.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useHost } from '../../state/host-context.tsx';
import { useSmallForm } from '../../state/use-held-form.ts';
import { useSayDone } from '../../state/use-undo.ts';
import { useCollection, useExecute } from '../../state/workshop-context.tsx';
import cellClasses from '../../ui/cells.module.css';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { looksLikeCells } from './import/pasted-cells.ts';
import classes from './people.module.css';
import { useReplace } from './replace-dialog.tsx';

export const addPersonInputId = 'add-person';

interface AddPersonLineProps {
  /** Width of the line in columns. */
  readonly columns: number;
  readonly onAdded: () => void;
  readonly onPasteList: (text: string) => void;
}

/** `replaces`: whose place the new person takes; '' for nobody's. */
const nobody = { name: '', replaces: '' };

export function AddPersonLine({ columns, onAdded, onPasteList }: AddPersonLineProps): ReactNode {
  const t = useWords();
  const execute = useExecute();
  const { newId } = useHost();
  const { compare } = useFormats();
  const sayDone = useSayDone();
  const replace = useReplace();
  const people = useCollection('participants');
  const input = useRef<HTMLInputElement>(null);
  const line = useRef<HTMLTableRowElement>(null);
  const form = useSmallForm('person', nobody);
  const { name, replaces } = form.value;
  const [refusal, setRefusal] = useState<string | null>(null);
  const add = async () => {
    const fullName = tidied(name);
    if (fullName === '') return;
    form.clear();
    const person = people.find(({ id }) => id === replaces);
    const answer = person
      ? await replace(person, { newName: fullName }, true)
      : await execute({ name: 'participantAdd', id: newId() as ParticipantId, fullName, teamId: null });
    if (answer.ok) {
      if (person) sayDone(t('people:replace.done', { name: person.fullName }));
      onAdded();
      // The line has moved down by one row: whoever types a whole list stays in sight of it.
      input.current?.scrollIntoView({ block: 'nearest' });
      return;
    }
    form.set({ name: fullName, replaces });
    setRefusal(failureMessage(t, answer.failure));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void add();
  };
  /** The name and whose place it takes are one: going from one to the other leaves neither. */
  const onBlur = (event: FocusEvent) => {
    if (!(event.relatedTarget instanceof Node && line.current?.contains(event.relatedTarget))) void add();
  };
  const replaceable = people.filter(isHere).toSorted((a, b) => compare(a.fullName, b.fullName));
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (!looksLikeCells(text)) return;
    event.preventDefault();
    onPasteList(text);
  };
  return (
    <tr ref={line} className={classes.addLine}>
      <td data-stuck>
        <span className={classes.tick}>
          <IconPlus size={16} stroke={1.75} aria-hidden />
          <span className="visually-hidden">{t('people:add')}</span>
        </span>
      </td>
      <td colSpan={columns - 1}>
        <div className={classes.addCells}>
          <input
            ref={input}
            id={addPersonInputId}
            className={cellClasses['cell']}
            type="text"
            autoComplete="off"
            aria-label={t('people:addLabel')}
            aria-invalid={refusal !== null || undefined}
            title={refusal ?? undefined}
            placeholder={t('people:addPlaceholder')}
            value={name}
            onChange={(event) => {
              form.set({ name: event.target.value });
              setRefusal(null);
            }}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
            onBlur={onBlur}
          />
          {name.trim() !== '' && replaceable.length > 0 && (
            <select
              className={classes.choiceCell}
              aria-label={t('people:replace.whose')}
              value={replaces}
              onChange={(event) => {
                form.set({ replaces: event.target.value });
                input.current?.focus();
              }}
              onBlur={onBlur}
            >
              <option value="">{t('people:replace.nobody')}</option>
              {replaceable.map(({ id, fullName }) => (
                <option key={id} value={id}>
                  {t('people:replace.placeOf', { name: fullName })}
                </option>
              ))}
            </select>
          )}
        </div>
      </td>
    </tr>
  );
}
