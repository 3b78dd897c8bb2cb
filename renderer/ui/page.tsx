// The frame of a screen: title once, the page's actions at its right end, then panels.
import { useEffect, type ReactNode } from 'react';
import classes from './page.module.css';

interface PageProps {
  readonly title: string;
  readonly actions?: ReactNode;
  /** One quiet line under the title. */
  readonly lead?: ReactNode;
  /** Tabs under the title. */
  readonly tabs?: ReactNode;
  /** `fill`: the page is as high as the window and its parts scroll by themselves. */
  readonly height?: 'grow' | 'fill';
  readonly children: ReactNode;
}

export function Page({ title, actions, lead, tabs, height = 'grow', children }: PageProps): ReactNode {
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div className={classes.page} data-height={height}>
      <header className={classes.head}>
        <div className={classes.heading}>
          <h1 className={classes.title}>{title}</h1>
          {lead !== undefined && <p className={classes.lead}>{lead}</p>}
        </div>
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </header>
      {tabs}
      {children}
    </div>
  );
}

interface PanelProps {
  readonly title?: string;
  readonly actions?: ReactNode;
  /** `flush`: without inner margin, for tables and lists that reach the edge. */
  readonly inset?: 'usual' | 'flush';
  readonly id?: string;
  readonly children: ReactNode;
}

export function Panel({ title, actions, inset = 'usual', id, children }: PanelProps): ReactNode {
  return (
    <section className={classes.panel} data-inset={inset} id={id} aria-label={title}>
      {(title !== undefined || actions !== undefined) && (
        <div className={classes.panelHead}>
          {title !== undefined && <h2 className={classes.section}>{title}</h2>}
          {actions}
        </div>
      )}
      {children}
    </section>
  );
}

/** A page with a short list or checks at its right. Under 1100 px the side goes below. */
export function WithSide({ side, children }: { readonly side: ReactNode; readonly children: ReactNode }): ReactNode {
  return (
    <div className={classes.withSide}>
      <div className={classes.main}>{children}</div>
      <aside className={classes.side}>{side}</aside>
    </div>
  );
}
