// What the packs would lack, said before they are built: each line leads to where it can be mended.
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useAddress } from '../../app/use-address.ts';
import type { PackGap } from '../../../shared/pack/missing.ts';
import { assertNever } from '../../../shared/kernel/assert-never.ts';
import { Button } from '../../ui/button.tsx';
import { useWords, type Words } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { shownFirst } from '../../ui/shown-first.ts';
import { conflictPlaceWords } from '../../state/failure-message.ts';
import { checksLeft, signOffChecks } from '../plans/sign-off-checks.ts';
import classes from './hand-out.module.css';

interface MissingNoteProps {
  readonly gaps: readonly PackGap[];
  readonly teamNames: ReadonlyMap<string, string>;
}

const shownAtFirst = 5;

export function MissingNote({ gaps, teamNames }: MissingNoteProps): ReactNode {
  const t = useWords();
  const address = useAddress();
  const [isAll, setAll] = useState(false);
  if (gaps.length === 0) return <Note tone="info">{t('handOut:missing.nothing')}</Note>;
  const shown = isAll ? gaps : gaps.slice(0, shownFirst(gaps.length, shownAtFirst));
  return (
    <Note tone="warning" title={t('handOut:missing.title')}>
      <ul className={classes.gaps}>
        {shown.map((gap) => (
          <li key={`${gap.code} ${'planId' in gap ? gap.planId : gap.teamId}`}>
            <Link to={'planId' in gap ? address('plan', { planId: gap.planId }) : address('plans')}>
              {gapWords(t, gap, teamNames.get(gap.teamId) ?? '')}
            </Link>
          </li>
        ))}
      </ul>
      {shown.length < gaps.length && (
        <Button kind="quiet" onClick={() => setAll(true)}>
          {t('handOut:missing.more', { count: gaps.length - shown.length })}
        </Button>
      )}
    </Note>
  );
}

function gapWords(t: Words, gap: PackGap, team: string): string {
  switch (gap.code) {
    case 'team-without-plan':
      return t('handOut:missing.team-without-plan', { team });
    case 'plan-unsigned': {
      const topic = topicWords(t, gap.topic);
      const count = checksLeft(signOffChecks(gap.problems));
      return count === 0
        ? t('handOut:missing.plan-unsigned-ready', { team, topic })
        : t('handOut:missing.plan-unsigned', { team, topic, count });
    }
    case 'plan-conflicts': {
      const [problem] = gap.problems;
      const first = problem ? conflictPlaceWords(t, problem) : '';
      return t('handOut:missing.plan-conflicts', { team, topic: topicWords(t, gap.topic), count: gap.problems.length, first });
    }
    case 'plan-newer-draft':
      return t('handOut:missing.plan-newer-draft', { team, topic: topicWords(t, gap.topic), signed: gap.signed, draft: gap.draft });
    default:
      return assertNever(gap);
  }
}

function topicWords(t: Words, topic: string): string {
  return topic.trim() === '' ? t('handOut:missing.noTopic') : topic;
}
