// Said where consent to share contacts was taken back: what still holds them, and the way to delete that.
import { useMemo, useState, type ReactNode } from 'react';
import type { Participant } from '../../../shared/domain/people/model.ts';
import { useCollection } from '../../state/workshop-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { ForgetOlder } from './forget-older.tsx';
import classes from './privacy.module.css';

/** @param only the person that the page is about; without it everybody */
export function WithdrawnNote({ only }: { readonly only?: Participant['id'] }): ReactNode {
  const t = useWords();
  const { list } = useFormats();
  const { withdrawn, close } = useWithdrawn(only);
  if (withdrawn.length === 0) return null;
  const names = withdrawn.map(({ fullName }) => fullName.trim()).filter((name) => name !== '');
  const hasContacts = withdrawn.some(({ contacts }) => contacts.some(({ consent }) => !consent.includes('packs')));
  return (
    <Note
      tone="warning"
      actions={
        <Button kind="quiet" onClick={close}>
          {t('close')}
        </Button>
      }
    >
      <div className={classes.words}>
        <p>{names.length === 0 ? t('privacy:withdrawnUnnamed') : t('privacy:withdrawn', { name: list(names) })}</p>
        {hasContacts && <p>{t('privacy:blank')}</p>}
        <ForgetOlder />
      </div>
    </Note>
  );
}

/** People who agreed for more contacts at some moment since this page was opened than they do now, however that came about. */
function useWithdrawn(only: Participant['id'] | undefined) {
  const everybody = useCollection('participants');
  const people = useMemo(() => everybody.filter(({ id }) => only === undefined || id === only), [everybody, only]);
  const agreeing = useMemo(() => new Map(people.map((person) => [person.id, agreedBy(person)])), [people]);
  const [agreed, setAgreed] = useState(agreeing);
  const more = [...agreeing].filter(([id, count]) => count > (agreed.get(id) ?? 0));
  if (more.length > 0) setAgreed(new Map([...agreed, ...more]));
  return {
    withdrawn: people.filter((person) => agreedBy(person) < (agreed.get(person.id) ?? 0)),
    close: () => setAgreed(agreeing),
  };
}

function agreedBy({ contacts }: Participant): number {
  return contacts.filter(({ consent }) => consent.includes('packs')).length;
}
