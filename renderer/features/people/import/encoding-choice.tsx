// How the bytes of a text were read: said, and open to another choice. Accents that look wrong and rows of another encoding are named.
import { useState, type ReactNode } from 'react';
import type { SourceOutline } from '../../../../shared/domain/people/import-model.ts';
import { textEncodings, type TextEncoding } from '../../../../shared/domain/people/values.ts';
import type { Failure } from '../../../../shared/contract/failures.ts';
import { failureMessage } from '../../../state/failure-message.ts';
import { useClient } from '../../../state/host-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { useFormats } from '../../../ui/formats.ts';
import { useWords } from '../../../ui/language.ts';
import { Note } from '../../../ui/note.tsx';
import classes from '../people.module.css';
import { withReading, type ImportDraft } from './import-draft.ts';

interface EncodingChoiceProps {
  readonly draft: ImportDraft;
  readonly onChange: (draft: ImportDraft) => void;
}

/** Rows that are named one by one; of more the first ones. */
const rowsNamed = 10;

export function EncodingChoice({ draft, onChange }: EncodingChoiceProps): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const { failure, readAs } = useReadAs(draft, onChange);
  const { encoding } = draft.outline;
  if (!encoding) return null;
  const { used, suggested, oddRows, oddRowsAs } = encoding;
  const name = (one: TextEncoding) => t(`import:encoding.${one}`);
  const named = oddRows.slice(0, rowsNamed).map((row) => formats.number(row + 1));
  return (
    <div className={classes.encoding}>
      <label>
        <span className={classes.quiet}>{t('people:import.encoding.label')}</span>
        <select className={classes.choiceCell} value={used} onChange={(event) => void readAs(event.target.value as TextEncoding)}>
          {textEncodings.map((one) => (
            <option key={one} value={one}>
              {name(one)}
            </option>
          ))}
        </select>
      </label>
      {suggested && (
        <Note tone="warning" actions={<Button onClick={() => void readAs(suggested)}>{t('people:import.encoding.use')}</Button>}>
          <p>{t('people:import.encoding.wrong', { name: name(suggested) })}</p>
        </Note>
      )}
      {oddRowsAs && oddRows.length > 0 && (
        <Note tone="warning">
          <p>
            {t('people:import.encoding.oddRows', {
              count: oddRows.length,
              rows: formats.list(oddRows.length > rowsNamed ? [...named, '…'] : named),
              name: name(oddRowsAs),
            })}
          </p>
        </Note>
      )}
      {failure && (
        <Note tone="danger">
          <p>{failureMessage(t, failure)}</p>
        </Note>
      )}
    </div>
  );
}

/** Reads the file once more; what cannot be read so leaves the list as it was. */
function useReadAs(draft: ImportDraft, onChange: (draft: ImportDraft) => void) {
  const client = useClient();
  const [failure, setFailure] = useState<Failure | null>(null);
  const readAs = async (encoding: TextEncoding): Promise<void> => {
    const answer = await client.intake.readAs({ sourceId: draft.outline.sourceId, encoding });
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) onChange(withReading(draft, readSoOnPurpose(answer.value)));
  };
  return { failure, readAs };
}

/** Nothing is proposed against what a person has chosen. */
function readSoOnPurpose(outline: SourceOutline): SourceOutline {
  return outline.encoding ? { ...outline, encoding: { ...outline.encoding, suggested: null } } : outline;
}
