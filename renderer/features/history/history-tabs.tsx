// The two ways into the past: every change, and whole copies.
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useAddress } from '../../app/use-address.ts';
import { useWords } from '../../ui/language.ts';
import classes from './history.module.css';

export function HistoryTabs(): ReactNode {
  const t = useWords();
  const address = useAddress();
  return (
    <nav aria-label={t('history:tabs.label')}>
      <ul className={classes.tabs}>
        {(['history', 'copies'] as const).map((name) => (
          <li key={name}>
            <NavLink className={classes.tab ?? ''} to={address(name)}>
              {t(`history:tabs.${name}`)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
