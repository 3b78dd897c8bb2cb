// Bringing a file into a workshop that is here: what differs, what becomes of it, and one button.
import { useMemo, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { Comparison, MergeDifference } from '../../../shared/contract/workshop-files.ts';
import { addressOf } from '../../app/routes.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { Button } from '../../ui/button.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useWords, type Words } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { Page, Panel } from '../../ui/page.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useChangeWords } from '../changes/use-change-words.ts';
import classes from './bring-in.module.css';
import type { BroughtFile } from './brought-files.tsx';
import { ConflictRow } from './conflict-row.tsx';
import { DifferenceGroups } from './difference-groups.tsx';
import { byOutcome, choicesOf, countsOf, decide, sideOf, type Decisions, type MergeCounts, type Take } from './merge-model.ts';
import { useBringIn } from './use-bring-in.ts';
import { useComparison } from './use-comparison.ts';
import { useLead } from './use-lead.ts';

interface MergePageProps {
  readonly file: BroughtFile;
  readonly workshopId: string;
}

export function MergePage({ file, workshopId }: MergePageProps): ReactNode {
  const t = useWords();
  const lead = useLead(file);
  const navigate = useNavigate();
  const comparison = useComparison(file.sourceId);
  const [decisions, setDecisions] = useState<Decisions>(new Map());
  const { bringIn, isBusy, failure } = useBringIn(file, workshopId);
  const differences = comparison?.ok ? comparison.value.differences : [];
  const counts = countsOf(differences, decisions);
  const isEmpty = differences.every(({ outcome }) => outcome === 'mine') && decisions.size === 0;
  const trouble = failure ?? (comparison?.ok === false ? comparison.failure : null);
  return (
    <Page
      title={t('bringIn:title', { title: file.title === '' ? t('untitled') : file.title })}
      lead={lead}
      actions={
        <>
          <Button onClick={() => void navigate(addressOf('basics', { workshopId }))}>
            {isEmpty && comparison?.ok ? t('bringIn:openWorkshop') : t('bringIn:notNow')}
          </Button>
          {!isEmpty && (
            <Button
              kind="primary"
              reason={isBusy ? t('bringIn:acting') : null}
              onClick={() => void bringIn(choicesOf(differences, decisions), counts.open)}
            >
              {actWords(t, counts)}
            </Button>
          )}
        </>
      }
    >
      {trouble !== null && (
        <Note tone="danger">
          <p>{failureMessage(t, trouble)}</p>
        </Note>
      )}
      {comparison === null && <Waiting />}
      {comparison?.ok && (
        <>
          <div className={classes.summary}>
            <p className={classes.strong} aria-live="polite">
              {isEmpty ? t('bringIn:nothingNewer') : <Summary counts={counts} />}
            </p>
            {!isEmpty && <p className={classes.quiet}>{t('bringIn:copyFirst')}</p>}
          </div>
          <Differences
            comparison={comparison.value}
            decisions={decisions}
            onDecide={(chosen, take) => setDecisions(decide(decisions, chosen, take))}
          />
        </>
      )}
    </Page>
  );
}

/** "12 changes from the file, 3 conflicts and 2 older values stay out." */
function Summary({ counts }: { readonly counts: MergeCounts }): ReactNode {
  const t = useWords();
  const { list } = useFormats();
  const { taken, open, kept, older } = counts;
  const parts = [
    taken === 0 && open > 0 ? '' : t('bringIn:summary.taken', { count: taken }),
    open === 0 ? '' : t('bringIn:summary.conflicts', { count: open }),
    kept === 0 ? '' : t('bringIn:summary.kept', { count: kept }),
    older === 0 ? '' : t('bringIn:summary.older', { count: older }),
  ];
  return t('bringIn:summarySentence', { parts: list(parts.filter((part) => part !== '')) });
}

function actWords(t: Words, { taken, open }: MergeCounts): string {
  if (taken > 0) return t('bringIn:act', { count: taken });
  return open > 0 ? t('bringIn:actConflicts', { count: open }) : t('bringIn:actNothing');
}

interface DifferencesProps {
  readonly comparison: Comparison;
  readonly decisions: Decisions;
  readonly onDecide: (differences: readonly MergeDifference[], take: Take | null) => void;
}

/** So few that they are read at once. */
const few = 15;

function Differences({ comparison, decisions, onDecide }: DifferencesProps): ReactNode {
  const t = useWords();
  const words = useChangeWords(comparison.names);
  const { conflict, theirs, mine } = useMemo(() => byOutcome(comparison), [comparison]);
  const groups = { words, decisions, onDecide };
  return (
    <>
      {conflict.length > 0 && (
        <Panel title={t('bringIn:conflicts.title')}>
          <p className={classes.what}>{t('bringIn:conflicts.what')}</p>
          {conflict.map((difference) => (
            <ConflictRow
              key={`${difference.record.collection} ${difference.record.id} ${difference.fields[0]?.field}`}
              difference={difference}
              words={words}
              side={sideOf(difference, decisions)}
              onDecide={(take) => onDecide([difference], take)}
            />
          ))}
        </Panel>
      )}
      {theirs.length > 0 && (
        <Panel title={t('bringIn:theirs.title')}>
          <p className={classes.what}>{t('bringIn:theirs.what')}</p>
          <DifferenceGroups differences={theirs} startsOpen={theirs.length <= few} {...groups} />
        </Panel>
      )}
      {mine.length > 0 && (
        <Panel title={t('bringIn:mine.title')}>
          <p className={classes.what}>{t('bringIn:mine.what')}</p>
          <DifferenceGroups differences={mine} startsOpen={false} {...groups} />
        </Panel>
      )}
    </>
  );
}
