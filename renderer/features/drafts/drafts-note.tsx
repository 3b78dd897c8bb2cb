// What was typed here at an earlier time and is not saved: all of it, also where its field is not on this page or not there any more.
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { Draft } from '../../../shared/contract/drafts.ts';
import type { Failure } from '../../../shared/contract/failures.ts';
import { fieldKeyOf, overwriting } from '../../../shared/contract/field-key.ts';
import type { Command } from '../../../shared/domain/commands.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useObservable } from '../../state/use-observable.ts';
import { useSession } from '../../state/workshop-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { useDraftPlace } from './draft-place.ts';
import classes from './drafts.module.css';

/** Only what lay there when the workshop was opened: what is refused now says so where it is typed. */
export function DraftsNote(): ReactNode {
  const t = useWords();
  const { drafts } = useSession();
  const all = useObservable(drafts.all);
  const [atOpening] = useState(() => new Set(drafts.all.get().map(identity)));
  const shown = all.filter((draft) => atOpening.has(identity(draft)));
  if (shown.length === 0) return null;
  return (
    <Note tone="warning" title={t('kept.title', { count: shown.length })}>
      <ul className={classes.drafts}>
        {shown.map((draft) => (
          <DraftLine key={draft.key} draft={draft} />
        ))}
      </ul>
    </Note>
  );
}

function identity({ key, at }: Draft): string {
  return `${key} ${at}`;
}

function DraftLine({ draft }: { readonly draft: Draft }): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const { drafts, execute } = useSession();
  const [failure, setFailure] = useState<Failure | null>(null);
  const { what, text, address } = useDraftPlace()(draft);
  const take = async (command: Command) => {
    // What is stored now is seen beside it or was written since: whoever takes the text wants it there whatever stands there.
    const answer = await execute(overwriting(command));
    if (!answer.ok) return setFailure(answer.failure);
    // The host knows by the field that it is saved; a command of no single field it does not.
    return fieldKeyOf(command) === null ? drafts.letGo(draft.key) : undefined;
  };
  return (
    <li className={classes.draft}>
      <p className={classes.what}>
        {address === null ? what : <Link to={address}>{what}</Link>}
        {` · ${formats.moment(draft.at)}`}
      </p>
      <blockquote className={classes.text}>{text}</blockquote>
      {failure !== null && <p role="alert">{failureMessage(t, failure)}</p>}
      <div className={classes.actions}>
        <Button kind="quiet" onClick={() => drafts.letGo(draft.key)}>
          {t('kept.letGo')}
        </Button>
        <Button kind="quiet" onClick={() => void navigator.clipboard.writeText(text)}>
          {t('kept.copy')}
        </Button>
        {draft.kind === 'refused' && <Button onClick={() => void take(draft.command)}>{t('kept.take')}</Button>}
      </div>
    </li>
  );
}
