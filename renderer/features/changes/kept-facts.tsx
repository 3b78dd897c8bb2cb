// What stays although the workshop goes back behind it: packs were handed out, plans signed, sessions held.
import type { ReactNode } from 'react';
import type { KeptFact } from '../../../shared/document/going-back.ts';
import { assertNever } from '../../../shared/kernel/assert-never.ts';
import { useWords, type Words } from '../../ui/language.ts';
import type { ChangeWords } from './change-words.ts';
import classes from './changes.module.css';
import { useChangeWords } from './use-change-words.ts';

const noNames: Readonly<Record<string, string>> = {};

export function KeptFacts({ facts }: { readonly facts: readonly KeptFact[] }): ReactNode {
  const t = useWords();
  const words = useChangeWords(noNames);
  if (facts.length === 0) return null;
  return (
    <section aria-label={t('history:kept.title')}>
      <p>{t('history:kept.title')}</p>
      <ul className={classes.list}>
        {facts.map((fact, index) => (
          // The list of one comparison never changes, and one plan may stand in it twice.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className={classes.entry}>
            <p className={classes.record}>{factWords(t, words, fact)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function factWords(t: Words, words: ChangeWords, fact: KeptFact): string {
  switch (fact.kind) {
    case 'handOuts':
      return t('history:kept.handOuts', { count: fact.count });
    case 'signed':
      return t('history:kept.signed', { plan: words.record(fact.plan), number: fact.number });
    case 'withdrawn':
      return t('history:kept.withdrawn', { plan: words.record(fact.plan), number: fact.number });
    case 'ran':
      return t('history:kept.ran', { session: words.record(fact.session) });
    case 'referred':
      return t('history:kept.referred', { record: words.record(fact.record) });
    default:
      return assertNever(fact);
  }
}
