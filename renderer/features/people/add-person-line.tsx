// The last line of the people table: a name and Enter add somebody; cells pasted from a spreadsheet become an import.
import { IconPlus } from '@tabler/icons-react';
import { useRef, useState, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react';
import { tidied } from '../../../shared/domain/people/import-text.ts';
import type { ParticipantId } from '../../../shared/domain/people/model.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useHost } from '../../state/host-context.tsx';
import { useExecute } from '../../state/workshop-context.tsx';
import cellClasses from '../../ui/cells.module.css';
import { useWords } from '../../ui/language.ts';
import { looksLikeCells } from './import/pasted-cells.ts';
import classes from './people.module.css';

export const addPersonInputId = 'add-person';

interface AddPersonLineProps {
  /** Width of the line in columns. */
  readonly columns: number;
  readonly onAdded: () => void;
  readonly onPasteList: (text: string) => void;
}

export function AddPersonLine({ columns, onAdded, onPasteList }: AddPersonLineProps): ReactNode {
  const t = useWords();
  const execute = useExecute();
  const { newId } = useHost();
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const add = async () => {
    const fullName = tidied(name);
    if (fullName === '') return;
    setName('');
    const answer = await execute({ name: 'participantAdd', id: newId() as ParticipantId, fullName, teamId: null });
    if (answer.ok) {
      onAdded();
      // The line has moved down by one row: whoever types a whole list stays in sight of it.
      input.current?.scrollIntoView({ block: 'nearest' });
      return;
    }
    setName(fullName);
    setRefusal(failureMessage(t, answer.failure));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void add();
  };
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (!looksLikeCells(text)) return;
    event.preventDefault();
    onPasteList(text);
  };
  return (
    <tr className={classes.addLine}>
      <td data-stuck>
        <span className={classes.tick}>
          <IconPlus size={16} stroke={1.75} aria-hidden />
          <span className="visually-hidden">{t('people:add')}</span>
        </span>
      </td>
      <td colSpan={columns - 1}>
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
            setName(event.target.value);
            setRefusal(null);
          }}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={() => void add()}
        />
      </td>
    </tr>
  );
}
