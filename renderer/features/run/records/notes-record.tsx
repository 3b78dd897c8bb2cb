// Notes and highlights: the record of every session that has none of its own.
import type { ReactNode } from 'react';
import type { SessionId } from '../../../../shared/domain/agenda/model.ts';
import { targetOf, useSave } from '../../../state/use-setter.ts';
import { useRecord } from '../../../state/workshop-context.tsx';
import { TextArea } from '../../../ui/fields.tsx';
import { useWords } from '../../../ui/language.ts';
import { ListField } from '../../../ui/list-field.tsx';
import { notesId } from '../../../../shared/domain/records/rules.ts';
import classes from './records.module.css';

const noHighlights: readonly string[] = [];

export function NotesRecord({ sessionId, isReadOnly }: { readonly sessionId: SessionId; readonly isReadOnly: boolean }): ReactNode {
  const t = useWords();
  const save = useSave();
  const record = useRecord('sessionRecords', notesId(sessionId));
  return (
    <div className={classes.stack}>
      <ListField
        value={record?.highlights ?? noHighlights}
        target={targetOf('sessionRecords', notesId(sessionId), 'highlights')}
        onSave={(highlights, was) => save({ name: 'notesSet', sessionId, part: { highlights: [...highlights], was: [...was] } })}
        label={t('run:notes.highlights')}
        help={t('run:notes.highlightsHelp')}
        isReadOnly={isReadOnly}
        wide
      />
      <TextArea
        value={record?.notes ?? ''}
        target={targetOf('sessionRecords', notesId(sessionId), 'notes')}
        onSave={(notes, was) => save({ name: 'notesSet', sessionId, part: { notes, was } })}
        label={t('run:notes.notes')}
        help={t('run:notes.notesHelp')}
        isReadOnly={isReadOnly}
      />
    </div>
  );
}
