// The copies, newest first: when, why, how large, checked or not; back to one, or out as a file.
import { IconCheck, IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Copy } from '../../../shared/contract/copies.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { StatusWord } from '../../ui/words.tsx';
import classes from './copies.module.css';

interface CopiesTableProps {
  readonly copies: readonly Copy[];
  /** Why nothing can be brought back; null = it can. */
  readonly reason: string | null;
  readonly onRestore: (copy: Copy) => void;
  readonly onSave: (copy: Copy) => void;
}

export function CopiesTable({ copies, reason, onRestore, onSave }: CopiesTableProps): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const columns: readonly Column<Copy>[] = [
    { key: 'at', header: t('copies:column.at'), cell: (copy) => <MomentAndReason copy={copy} /> },
    { key: 'size', header: t('copies:column.size'), align: 'right', width: '5.5rem', cell: ({ bytes }) => formats.bytes(bytes) },
    { key: 'state', header: t('copies:column.state'), width: '7rem', cell: ({ isVerified }) => <Verified isVerified={isVerified} /> },
    {
      key: 'actions',
      header: t('copies:column.actions'),
      width: '13.25rem',
      cell: (copy) => (
        <span className={classes.actions}>
          <Button
            kind="quiet"
            reason={reason}
            aria-label={t('copies:restoreOf', { moment: formats.moment(copy.at) })}
            onClick={() => onRestore(copy)}
          >
            {t('copies:restore')}
          </Button>
          <Button kind="quiet" aria-label={t('copies:saveOf', { moment: formats.moment(copy.at) })} onClick={() => onSave(copy)}>
            {t('copies:save')}
          </Button>
        </span>
      ),
    },
  ];
  return <DataTable label={t('copies:table')} columns={columns} rows={copies} rowKey={({ copyId }) => copyId} minWidth="32rem" />;
}

/** Below each other: beside the second place there is no room for both in one line on a small laptop. */
function MomentAndReason({ copy: { at, reason } }: { readonly copy: Copy }): ReactNode {
  const t = useWords();
  const formats = useFormats();
  return (
    <div className={classes.kept}>
      <span className="number">{formats.moment(at)}</span>
      <span className={classes.reason}>{t(`copies:reason.${reason}`)}</span>
    </div>
  );
}

function Verified({ isVerified }: { readonly isVerified: boolean }): ReactNode {
  const t = useWords();
  return isVerified ? (
    <StatusWord tone="accent" icon={<IconCheck size={16} stroke={1.75} aria-hidden />}>
      {t('copies:verified')}
    </StatusWord>
  ) : (
    <StatusWord tone="warning" icon={<IconAlertTriangle size={16} stroke={1.75} aria-hidden />}>
      {t('copies:unverified')}
    </StatusWord>
  );
}
