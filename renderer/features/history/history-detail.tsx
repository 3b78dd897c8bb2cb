// One change in full, and the ways back: the record, its plan, a look at that moment, everything.
import { IconArrowBackUp, IconEye } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { addressOf } from '../../app/routes.ts';
import type { DescribedChange } from '../../../shared/document/describe.ts';
import { useSession, useSessionState } from '../../state/workshop-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { ChangeList } from '../changes/change-list.tsx';
import { longTexts, type ChangeWords } from '../changes/change-words.ts';
import { GoingBackDialog, type GoingBack } from '../changes/going-back-dialog.tsx';
import type { HistoryLine } from './fold-entries.ts';
import classes from './history.module.css';
import { useGoingBack } from './use-going-back.ts';
import { canBringRecord, planToBring, revisionAt, type Side } from './ways-back.ts';

interface HistoryDetailProps {
  readonly line: HistoryLine;
  readonly title: string;
  readonly names: Readonly<Record<string, string>>;
  readonly words: ChangeWords;
  /** Back to the list, where it is not beside. */
  readonly listAddress: string;
}

export function HistoryDetail({ line, title, names, words, listAddress }: HistoryDetailProps): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const { workshopId } = useSession();
  const { isReadOnly } = useSessionState();
  const goingBack = useGoingBack();
  const navigate = useNavigate();
  const [side, setSide] = useState<Side>('before');
  const [going, setGoing] = useState<GoingBack | null>(null);
  const isFirst = line.first === 1;
  const shownSide = isFirst ? 'after' : side;
  const revision = revisionAt(line, shownSide);
  const when = t(shownSide === 'before' ? 'history:justBefore' : 'history:on', { moment: formats.moment(line.at) });
  const plan = planToBring(line, shownSide);
  const lookAddress = plan ? addressOf('plan', { workshopId, revision, planId: plan.id }) : addressOf('plans', { workshopId, revision });
  const [only] = line.changes.length === 1 && line.more === 0 ? line.changes : [];
  const reason = isReadOnly ? t('readOnly') : null;

  const bringRecord = ({ record: { collection, id, ...record } }: DescribedChange) =>
    setGoing(
      goingBack({
        workshopId,
        revision,
        when,
        scope: { kind: 'record', collection, id },
        name: words.record({ collection, id, ...record }),
      }),
    );
  const bringPlan = (planId: string, name: string) =>
    setGoing(
      goingBack({ workshopId, revision, when, scope: { kind: 'plan', planId }, name: name === '' ? t('history:unnamedPlan') : name }),
    );
  const bringAll = () => setGoing(goingBack({ workshopId, revision, when, scope: { kind: 'workshop' }, name: '' }));

  const bringOf = (change: DescribedChange) =>
    canBringRecord(change, shownSide) && (
      <Button
        kind="quiet"
        reason={reason}
        aria-label={t('history:bringRecordOf', { record: words.record(change.record) })}
        onClick={() => bringRecord(change)}
      >
        {t('history:bringRecord')}
      </Button>
    );

  return (
    <article className={classes.detail} aria-label={t('history:detail')}>
      <Link className={classes.toList} to={listAddress}>
        {t('history:back')}
      </Link>
      <header>
        <p className={classes.facts}>
          {formats.moment(line.at)}
          {line.actor !== '' && ` · ${line.actor}`}
          {line.commits > 1 && ` · ${t('history:typed', { count: line.commits })}`}
        </p>
        <h2 className={classes.title}>{title}</h2>
      </header>
      {!isSaidByTitle(only, formats.language) && (
        <ChangeList changes={line.changes} names={names} more={line.more} {...(only || isFirst ? {} : { actionsOf: bringOf })} />
      )}
      <section className={classes.ways} aria-label={t('history:ways')}>
        <h3 className={classes.section}>{t('history:ways')}</h3>
        {isFirst ? <p className={classes.facts}>{t('history:noBefore')}</p> : <SideChoice side={side} onChange={setSide} />}
        <div className={classes.buttons}>
          {only && canBringRecord(only, shownSide) && (
            <Button icon={<IconArrowBackUp size={16} stroke={1.75} aria-hidden />} reason={reason} onClick={() => bringRecord(only)}>
              {t('history:bringRecord')}
            </Button>
          )}
          {plan && (
            <Button reason={reason} onClick={() => bringPlan(plan.id, plan.name)}>
              {t('history:bringPlan')}
            </Button>
          )}
          <Button icon={<IconEye size={16} stroke={1.75} aria-hidden />} onClick={() => void navigate(lookAddress)}>
            {t('history:look')}
          </Button>
          <Button reason={reason} onClick={bringAll}>
            {t('history:bringAll')}
          </Button>
        </div>
      </section>
      {going && <GoingBackDialog going={going} onClose={() => setGoing(null)} />}
    </article>
  );
}

/** True when the title says the change in full. */
function isSaidByTitle(only: DescribedChange | undefined, language: string): boolean {
  const [field, ...others] = only?.kind === 'updated' ? only.fields : [];
  return only !== undefined && field !== undefined && others.length === 0 && longTexts(only.record.collection, field, language) === null;
}

function SideChoice({ side, onChange }: { readonly side: Side; readonly onChange: (next: Side) => void }): ReactNode {
  const t = useWords();
  return (
    <fieldset className={classes.sides}>
      <legend className={classes.legend}>{t('history:moment')}</legend>
      {(['before', 'after'] as const).map((one) => (
        <label key={one} className={classes.side}>
          <input type="radio" name="side" checked={side === one} onChange={() => onChange(one)} />
          {t(`history:${one}`)}
        </label>
      ))}
    </fieldset>
  );
}
