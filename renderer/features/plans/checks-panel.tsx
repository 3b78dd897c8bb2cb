// Beside the plan: what is left before sign-off, each a link to its field; below it what is worth a look and stops nothing.
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useAddress } from '../../app/use-address.ts';
import type { PlanPlace, PlanWarning } from '../../../shared/domain/plan/rules.ts';
import { planWarningMessage, signOffProblemMessage } from '../../state/failure-message.ts';
import { useWords, type Words } from '../../ui/language.ts';
import classes from './checks-panel.module.css';
import { placeName } from './focus-place.ts';
import { checksLeft, groupWarnings, type Check, type GapGroup } from './sign-off-checks.ts';

interface ChecksPanelProps {
  readonly planId: string;
  /** Null once the plan is signed. */
  readonly checks: readonly Check[] | null;
  readonly warnings: readonly PlanWarning[];
}

export const ChecksPanel = memo(function ChecksPanel({ planId, checks, warnings }: ChecksPanelProps): ReactNode {
  const t = useWords();
  return (
    <>
      {checks && <Checks planId={planId} checks={checks} />}
      {warnings.length > 0 && (
        <section className={classes.section} aria-label={t('plans:checks.look')}>
          <h2 className={classes.title}>{t('plans:checks.look')}</h2>
          <p className={classes.help}>{t('plans:checks.lookHelp')}</p>
          <ul className={classes.warnings}>
            {groupWarnings(warnings).map((gap) => (
              <li key={gap.code}>
                <GapLine planId={planId} gap={gap} single={(where) => planWarningMessage(t, { code: gap.code, ...where })} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
});

function Checks({ planId, checks }: { readonly planId: string; readonly checks: readonly Check[] }): ReactNode {
  const t = useWords();
  const left = checksLeft(checks);
  return (
    <section className={classes.section} aria-label={t('plans:checks.title')}>
      <h2 className={classes.title}>{left === 0 ? t('plans:checks.none') : t('plans:checks.left', { left, total: checks.length })}</h2>
      <ul className={classes.checks}>
        {checks.map((check) => (
          <li key={check.id} className={classes.check} data-done={check.gaps.length === 0 || undefined}>
            {check.gaps.length === 0 ? (
              <IconCircleCheck className={classes.icon} size={16} stroke={1.75} aria-hidden />
            ) : (
              <IconCircleDashed className={classes.icon} size={16} stroke={1.75} aria-hidden />
            )}
            <span className="visually-hidden">{t(check.gaps.length === 0 ? 'plans:checks.isDone' : 'plans:checks.isLeft')}</span>
            <div className={classes.words}>
              {check.gaps.length === 0
                ? t(`plans:checks.${check.id}`)
                : check.gaps.map((gap) => (
                    <GapLine
                      key={gap.code}
                      planId={planId}
                      gap={gap}
                      single={(where) =>
                        // Without a step the checks on steps say what they are about, not three times that there is none.
                        gap.code === 'steps-missing' && check.id !== 'steps'
                          ? t(`plans:checks.${check.id}`)
                          : signOffProblemMessage(t, { code: gap.code, ...where })
                      }
                    />
                  ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Where = GapGroup<string>['places'][number];

interface GapLineProps {
  readonly planId: string;
  readonly gap: GapGroup<string>;
  /** The whole line for one place. */
  readonly single: (where: Where) => string;
}

/** One gap is a link; several of one kind are a line with a link per number. */
function GapLine({ planId, gap, single }: GapLineProps): ReactNode {
  const t = useWords();
  const words = gapWords(t, gap.code);
  if (gap.places.length === 1 || words === null) {
    return gap.places.map((where) => (
      <p key={placeName(where.place)}>
        <PlaceLink planId={planId} place={where.place}>
          {single(where)}
        </PlaceLink>
      </p>
    ));
  }
  return (
    <p>
      {words}{' '}
      {gap.places.map((where, index) => (
        <span key={placeName(where.place)}>
          {index > 0 && ', '}
          <PlaceLink planId={planId} place={where.place} label={single(where)}>
            <span className="number">{where.number ?? index + 1}</span>
          </PlaceLink>
        </span>
      ))}
    </p>
  );
}

const counted = [
  'step-text-missing',
  'step-responsible-missing',
  'step-due-missing',
  'step-due-before-workshop',
  'step-after-plan-end',
  'home-who-missing',
  'home-to-whom-missing',
  'home-by-missing',
  'step-too-long',
  'due-on-weekend',
  'no-baseline',
  'percentage-out-of-range',
] as const;

/** The beginning of a line that ends in numbers; null where every place has a line of its own. */
function gapWords(t: Words, code: string): string | null {
  const known = counted.find((one) => one === code);
  return known === undefined ? null : t(`plans:gaps.${known}`);
}

interface PlaceLinkProps {
  readonly planId: string;
  readonly place: PlanPlace;
  readonly label?: string;
  readonly children: ReactNode;
}

/** Names of teams and people are kept on pages of their own. */
function isElsewhere({ collection }: PlanPlace): boolean {
  return collection === 'teams' || collection === 'participants';
}

function placeAddress(address: ReturnType<typeof useAddress>, planId: string, place: PlanPlace): string {
  switch (place.collection) {
    case 'teams':
      return address('teams', { query: { team: place.id } });
    case 'participants':
      return address('people', { query: { person: place.id } });
    default:
      return address('plan', { planId, query: { field: placeName(place) } });
  }
}

function PlaceLink({ planId, place, label, children }: PlaceLinkProps): ReactNode {
  const address = useAddress();
  return (
    <Link className={classes.link} to={placeAddress(address, planId, place)} replace={!isElsewhere(place)} aria-label={label} title={label}>
      {children}
    </Link>
  );
}
