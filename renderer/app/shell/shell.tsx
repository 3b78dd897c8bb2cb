// The frame of every screen: top bar of 48, rail of places at the left, the page. Knows no workshop.
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { NavLink, useLocation } from 'react-router';
import { FileNote } from '../../features/bring-in/file-note.tsx';
import { useWords } from '../../ui/language.ts';
import { useTip } from '../../ui/tip.tsx';
import { SecondTabNote } from './second-tab-note.tsx';
import classes from './shell.module.css';
import { TroubleBanner } from './trouble-banner.tsx';

export interface Place {
  readonly label: string;
  readonly address: string;
  readonly icon: Icon;
  /** Set: only this very address counts as "here". */
  readonly isExact?: boolean;
  /** Another address that belongs to the place. */
  readonly also?: string;
}

export interface ShellProps {
  /** Left in the top bar. */
  readonly heading: ReactNode;
  /** Right in the top bar. */
  readonly tools: ReactNode;
  readonly places: readonly Place[];
  /** Under the places, at the bottom of the rail. */
  readonly lastPlaces: readonly Place[];
  /** `narrow`: icons with tooltips while the window is under 1440 px. */
  readonly rail?: 'usual' | 'narrow';
  readonly children: ReactNode;
}

export function Shell({ heading, tools, places, lastPlaces, rail = 'usual', children }: ShellProps): ReactNode {
  const t = useWords();
  return (
    <div className={classes.shell} data-rail={rail}>
      <a className={classes.skip} href="#page" onClick={focusPage}>
        {t('frame.skip')}
      </a>
      <header className={classes.topBar}>
        <div className={classes.heading}>{heading}</div>
        <div className={classes.tools}>{tools}</div>
      </header>
      <nav className={classes.rail} aria-label={t('frame.places')}>
        <Places places={places} />
        <Places places={lastPlaces} />
      </nav>
      <main className={classes.main} id="page" tabIndex={-1}>
        <TroubleBanner />
        <SecondTabNote />
        <FileNote />
        {children}
      </main>
    </div>
  );
}

/** The fragment belongs to the router, so the skip link moves the focus itself. */
function focusPage(event: { readonly preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('page')?.focus();
}

function Places({ places }: { readonly places: readonly Place[] }): ReactNode {
  return (
    <ul className={classes.places}>
      {places.map((place) => (
        <li key={place.address}>
          <PlaceLink {...place} />
        </li>
      ))}
    </ul>
  );
}

/** In the narrow rail the words are there for the ear only. */
function isRailNarrow(link: HTMLElement): boolean {
  return (link.querySelector('span')?.offsetWidth ?? 0) <= 1;
}

function PlaceLink({ label, address, icon: PlaceIcon, isExact = false, also }: Place): ReactNode {
  const isHere = useLocation().pathname === also;
  const { ties, tip } = useTip({ label, position: 'right', isNeeded: isRailNarrow });
  return (
    <>
      <NavLink
        className={`${classes.place} ${isHere ? 'active' : ''}`}
        to={address}
        end={isExact}

        {...ties}
      >
        <PlaceIcon size={18} stroke={1.75} aria-hidden />
        <span className={classes.placeName}>{label}</span>
      </NavLink>
      {tip}
    </>
  );
}
