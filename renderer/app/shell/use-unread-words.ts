// What was typed and not understood, or not saved: found by its words, wherever it stands. Steps bring theirs with their own lines.
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { asTypedIn, readFields, type ReadCollection } from '../../../shared/domain/as-typed.ts';
import type { View } from '../../../shared/domain/collections.ts';
import { recordName } from '../../../shared/document/record-name.ts';
import { useDraftPlace } from '../../features/drafts/draft-place.ts';
import { useChangeWords } from '../../features/changes/use-change-words.ts';
import { useObservable } from '../../state/use-observable.ts';
import { useSession, useView } from '../../state/workshop-context.tsx';
import { useWords } from '../../ui/language.ts';
import { useRecordAddress } from '../use-record-address.ts';
import type { FindGroup } from './find-matching.ts';

const noNames = {};
const collections = (Object.keys(readFields) as readonly ReadCollection[]).filter((name) => name !== 'steps');

interface UnreadWords {
  readonly collection: ReadCollection;
  readonly id: string;
  readonly field: string;
  readonly words: string;
}

function unreadIn(view: View): readonly UnreadWords[] {
  return collections.flatMap((collection) =>
    [...view.all(collection)].flatMap((record) =>
      readFields[collection].flatMap((field) => {
        const words = asTypedIn(record, field).trim();
        return words === '' ? [] : [{ collection, id: record.id, field, words }];
      }),
    ),
  );
}

export function useUnreadWords(): FindGroup {
  const t = useWords();
  const navigate = useNavigate();
  const view = useView(...collections);
  const names = useChangeWords(noNames);
  const addressOf = useRecordAddress();
  const draftPlace = useDraftPlace();
  const { drafts } = useSession();
  const kept = useObservable(drafts.all);
  return useMemo(() => {
    const go = (address: string | null) => () => void (address !== null && navigate(address));
    const unread = unreadIn(view).map(({ collection, id, field, words }) => ({
      id: `${id} ${field}`,
      label: words,
      description: t('commands:of', {
        what: names.field(collection, field),
        record: names.record(recordName(view, view, collection, id)),
      }),
      run: go(addressOf(view, { collection, id, field })),
    }));
    const unsaved = kept.flatMap((draft) => {
      const { what, text, address } = draftPlace(draft);
      return text === '' ? [] : [{ id: draft.key, label: text, description: what, run: go(address) }];
    });
    return { label: t('find.unread'), areSentences: true, items: [...unread, ...unsaved] };
  }, [addressOf, draftPlace, kept, names, navigate, t, view]);
}
