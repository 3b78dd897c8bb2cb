// History: every change in words, at the left by day; the chosen one in full at the right, with the ways back. The address keeps all choices.
import { IconHistory } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useAddress } from '../../app/use-address.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useChangeWords } from '../changes/use-change-words.ts';
import { foldEntries, type HistoryLine } from './fold-entries.ts';
import { HistoryDetail } from './history-detail.tsx';
import { HistoryFilters } from './history-filters.tsx';
import { HistoryList } from './history-list.tsx';
import { HistoryTabs } from './history-tabs.tsx';
import classes from './history.module.css';
import { lineWords } from './line-words.ts';
import { useHistory, type HistoryFilter } from './use-history.ts';

const noNames = {};

export function HistoryScreen(): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const { filter, entry, addressWith, choose } = useHistoryAddress();
  const { page, failure, isLoadingOlder, loadOlder, lookAgain } = useHistory(filter);
  const lines = useMemo(() => foldEntries(page?.entries ?? []), [page]);
  const names = page?.names ?? noNames;
  const words = useChangeWords(names);
  const wordsOf = (line: HistoryLine) => lineWords({ t, formats, words }, line);
  const selected = entry === null ? null : (lines.find(({ first, revision }) => first <= entry && entry <= revision) ?? null);
  const isFiltered = filter.planId !== null || filter.actor !== null || filter.sessionId !== null;
  const beginning = page === null || page.next !== null ? null : beginningOf(page.entries.at(-1)?.name);
  return (
    <Page title={t('history:title')} lead={t('history:lead')} tabs={<HistoryTabs />} height="fill">
      <HistoryFilters filter={filter} actors={page?.actors ?? []} onChange={choose} />
      {failure !== null && (
        <Note tone="danger" title={t('history:failed')} actions={<Button onClick={lookAgain}>{t('history:tryAgain')}</Button>}>
          <p>{failureMessage(t, failure)}</p>
        </Note>
      )}
      {page === null && failure === null && <Waiting lines={8} />}
      {page !== null && lines.length === 0 && (
        <EmptyState
          icon={<IconHistory size={24} stroke={1.75} />}
          text={t(isFiltered ? 'history:emptyFilter' : 'history:empty')}
          action={
            isFiltered && <Button onClick={() => choose({ planId: null, actor: null, sessionId: null })}>{t('history:clearFilter')}</Button>
          }
        />
      )}
      {page !== null && lines.length > 0 && (
        <div className={classes.panes} data-chosen={entry !== null || undefined}>
          <div className={classes.list}>
            <HistoryList
              lines={lines}
              wordsOf={wordsOf}
              selected={selected}
              addressOfLine={({ revision }) => addressWith({ entry: String(revision) })}
            />
            {page.next !== null && (
              <div className={classes.end}>
                <Button onClick={loadOlder}>{t(isLoadingOlder ? 'history:loadingOlder' : 'history:older')}</Button>
              </div>
            )}
            {beginning === 'deleted' && !isFiltered && (
              <p className={classes.end}>{t('history:reachesBackTo', { moment: formats.moment(page.reachesBackTo) })}</p>
            )}
          </div>
          <div className={classes.pane}>
            {selected === null ? (
              <EmptyState icon={<IconHistory size={24} stroke={1.75} />} text={t(entry === null ? 'history:choose' : 'history:gone')} />
            ) : (
              <HistoryDetail
                key={selected.revision}
                line={selected}
                title={wordsOf(selected)}
                names={names}
                words={words}
                listAddress={addressWith({ entry: null })}
              />
            )}
          </div>
        </div>
      )}
    </Page>
  );
}

/** A history that does not begin with the workshop was shortened. */
function beginningOf(oldest: string | undefined): 'whole' | 'deleted' {
  return oldest === 'workshopBegin' ? 'whole' : 'deleted';
}

interface HistoryAddress {
  readonly filter: HistoryFilter;
  /** Revision of the chosen change. */
  readonly entry: number | null;
  readonly addressWith: (next: Readonly<Record<string, string | null>>) => string;
  readonly choose: (next: Partial<HistoryFilter>) => void;
}

const names = { planId: 'plan', actor: 'person', sessionId: 'session' } as const;

function useHistoryAddress(): HistoryAddress {
  const address = useAddress();
  const [query, setQuery] = useSearchParams();
  const queryWith = (next: Readonly<Record<string, string | null>>) => {
    const all = { ...Object.fromEntries(query), ...next };
    return Object.fromEntries(Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== null));
  };
  const entry = Number(query.get('entry') ?? Number.NaN);
  return {
    filter: { planId: query.get(names.planId), actor: query.get(names.actor), sessionId: query.get(names.sessionId) },
    entry: Number.isInteger(entry) ? entry : null,
    addressWith: (next) => address('history', { query: queryWith(next) }),
    choose: (next) => {
      const changed = Object.entries(next).map(([field, value]) => [names[field as keyof HistoryFilter], value] as const);
      setQuery(queryWith({ ...Object.fromEntries(changed), entry: null }));
    },
  };
}
