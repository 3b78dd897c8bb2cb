// New teams whose language the list does not tell: asked, because it is the language of their pack.
import type { ReactNode } from 'react';
import { useWorkshop } from '../../../state/workshop-context.tsx';
import { Panel } from '../../../ui/page.tsx';
import { useWords } from '../../../ui/language.ts';
import { useLanguageOptions } from '../language-options.ts';
import classes from '../people.module.css';

interface TeamLanguagesProps {
  readonly teams: readonly string[];
  readonly chosen: ReadonlyMap<string, string>;
  readonly onChoose: (team: string, language: string) => void;
}

export function TeamLanguages({ teams, chosen, onChoose }: TeamLanguagesProps): ReactNode {
  const t = useWords();
  const [main = 'en'] = useWorkshop().languages;
  const options = useLanguageOptions(main, false);
  if (teams.length === 0) return null;
  return (
    <Panel title={t('people:import.teamLanguages.title', { count: teams.length })}>
      <ul className={classes.missing} data-fit="columns">
        {teams.map((team) => (
          <li key={team}>
            <span>{team}</span>
            <select
              className={classes.choiceCell}
              aria-label={t('people:import.teamLanguages.choice', { team })}
              value={chosen.get(team) ?? main}
              onChange={(event) => onChoose(team, event.target.value)}
            >
              {options.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
