// Columns that do not fit beside each other become tabs (look: under 1440, and at 200 %).
import type { KeyboardEvent, ReactNode } from 'react';
import { useWords } from '../../ui/language.ts';
import classes from './plans-screen.module.css';

export type Pane = 'list' | 'plan' | 'checks';

interface PaneTabsProps {
  readonly tabs: readonly { readonly pane: Pane; readonly label: ReactNode }[];
  readonly shown: Pane;
  readonly onShow: (pane: Pane) => void;
}

/** Id of the element that a tab shows. */
export function paneId(pane: Pane): string {
  return `pane-${pane}`;
}

export function PaneTabs({ tabs, shown, onShow }: PaneTabsProps): ReactNode {
  const t = useWords();
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const place = tabs.findIndex(({ pane }) => pane === shown);
    const next = tabs[(place + step + tabs.length) % tabs.length];
    if (!next) return;
    onShow(next.pane);
    event.currentTarget.querySelector<HTMLElement>(`[data-pane="${next.pane}"]`)?.focus();
  };
  return (
    <div className={classes.tabs} role="tablist" tabIndex={-1} aria-label={t('plans:tabs.label')} onKeyDown={onKeyDown}>
      {tabs.map(({ pane, label }) => (
        <button
          key={pane}
          type="button"
          className={classes.tab}
          role="tab"
          id={`tab-${pane}`}
          data-pane={pane}
          aria-selected={pane === shown}
          aria-controls={paneId(pane)}
          tabIndex={pane === shown ? 0 : -1}
          onClick={() => onShow(pane)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
