// Teams and the parts of their packs: who gets one, in which language, what is in it, and how large it became.
import { IconAlertTriangle, IconCheck, IconFileZip } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { BuiltPack, UiLanguage } from '../../../shared/contract/contract.ts';
import type { TeamId } from '../../../shared/domain/people/model.ts';
import { languages as packLanguages } from '../../../shared/kernel/local-text.ts';
import { Button } from '../../ui/button.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { StatusWord } from '../../ui/words.tsx';
import type { PackRow } from './pack-rows.ts';
import classes from './pack-table.module.css';

/** Parts that every pack has, in the order of their numbers (domain §9.4). The plans have a column of words. */
const parts = ['cover', 'summary', 'home', 'calendar', 'status', 'parking', 'people', 'reading'] as const;

interface PackTableProps {
  readonly rows: readonly PackRow[];
  readonly chosen: ReadonlySet<TeamId>;
  readonly languages: ReadonlyMap<TeamId, UiLanguage>;
  /** What was built last, for sizes and the ZIP of one team. */
  readonly built: BuiltPack | null;
  readonly onChoose: (teamId: TeamId, isChosen: boolean) => void;
  readonly onLanguage: (teamId: TeamId, language: UiLanguage) => void;
  readonly onTeamZip: (teamId: TeamId) => void;
}

export function PackTable({ rows, chosen, languages, built, onChoose, onLanguage, onTeamZip }: PackTableProps): ReactNode {
  const t = useWords();
  const { bytes } = useFormats();
  return (
    // The table scrolls by itself when it is wider than the page: it must be reachable by keyboard then.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role
    <div className={classes.scroll} role="region" aria-label={t('handOut:table')} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col" className={classes.team}>
              {t('handOut:column.team')}
            </th>
            <th scope="col" className={classes.language}>
              {t('handOut:column.language')}
            </th>
            <th scope="col" className={classes.plans} title={t('handOut:columnHelp.plans')}>
              {t('handOut:column.plans')}
            </th>
            {parts.map((part) => (
              <th key={part} scope="col" title={t(`handOut:columnHelp.${part}`)}>
                {t(`handOut:column.${part}`)}
              </th>
            ))}
            <th scope="col" className={classes.size} data-align="right">
              {t('handOut:column.size')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const isChosen = chosen.has(row.teamId);
            const size = built?.teams.find((team) => team.teamId === row.teamId)?.bytes;
            return (
              <tr key={row.teamId} data-row={row.teamId} data-off={!isChosen || undefined}>
                <th scope="row" className={classes.team}>
                  <label className={classes.choice}>
                    <input
                      type="checkbox"
                      checked={isChosen}
                      aria-label={t('handOut:choose', { team: row.name })}
                      onChange={(event) => onChoose(row.teamId, event.target.checked)}
                    />
                    <span>{row.name}</span>
                  </label>
                </th>
                <td className={classes.fill}>
                  <select
                    className={classes.select}
                    aria-label={t('handOut:languageOf', { team: row.name })}
                    value={languages.get(row.teamId) ?? row.language}
                    onChange={(event) => onLanguage(row.teamId, event.target.value as UiLanguage)}
                  >
                    {packLanguages.map((language) => (
                      <option key={language} value={language}>
                        {t(`language.${language}`)}
                      </option>
                    ))}
                  </select>
                </td>
                <td>
                  <PlanCount row={row} />
                </td>
                {parts.map((part) => (
                  <td key={part}>
                    {isChosen && (
                      <>
                        <IconCheck className={classes.tick} size={16} stroke={1.75} aria-hidden />
                        <span className="visually-hidden">{t('handOut:in')}</span>
                      </>
                    )}
                  </td>
                ))}
                <td className={`${classes.fill} number`} data-align="right">
                  {size !== undefined && (
                    <Button
                      kind="quiet"
                      aria-label={`${t('handOut:result.team', { team: row.name })}, ${bytes(size)}`}
                      icon={<IconFileZip size={16} stroke={1.75} aria-hidden />}
                      onClick={() => onTeamZip(row.teamId)}
                    >
                      {bytes(size)}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function PlanCount({ row }: { readonly row: PackRow }): ReactNode {
  const t = useWords();
  const warning = <IconAlertTriangle size={16} stroke={1.75} aria-hidden />;
  if (row.signed + row.drafts === 0) {
    return (
      <StatusWord tone="warning" icon={warning}>
        {t('handOut:noPlan')}
      </StatusWord>
    );
  }
  return (
    <span className={classes.counts}>
      {row.signed > 0 && (
        <StatusWord tone="accent" icon={<IconCheck size={16} stroke={1.75} aria-hidden />}>
          {t('handOut:plansSigned', { count: row.signed })}
        </StatusWord>
      )}
      {row.drafts > 0 && (
        <StatusWord tone="warning" icon={warning}>
          {t('handOut:plansDraft', { count: row.drafts })}
        </StatusWord>
      )}
    </span>
  );
}
