// Packs that are ready: everything at once, the sheets for the copier, folders on the desktop, and what cannot be printed.
import { IconDownload, IconFolder, IconPrinter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { Delivery } from '../../../shared/contract/answers.ts';
import type { BuiltPack } from '../../../shared/contract/contract.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useClient, useStart } from '../../state/host-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { Panel } from '../../ui/page.tsx';
import classes from './hand-out.module.css';
import type { Deliver } from './use-deliver.ts';

interface BuildResultProps {
  readonly pack: BuiltPack;
  /** The workshop has changed since the build began. */
  readonly isOutdated: boolean;
  readonly deliver: Deliver;
}

export function BuildResult({ pack, isOutdated, deliver }: BuildResultProps): ReactNode {
  const t = useWords();
  const { bytes } = useFormats();
  const { shell } = useStart();
  const isDesktop = shell === 'desktop';
  const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;
  return (
    <Panel title={t('handOut:result.title', { count: pack.teams.length, size: bytes(pack.bytes) })}>
      <div className={classes.result}>
        {isOutdated && <Note tone="warning">{t('handOut:result.changed')}</Note>}
        <div className={classes.buttons}>
          <Button icon={<IconDownload {...icon} />} onClick={() => deliver.run({ kind: 'all' })}>
            {t(isDesktop ? 'handOut:result.allSave' : 'handOut:result.all')}
          </Button>
          {isDesktop && (
            <Button icon={<IconFolder {...icon} />} onClick={() => deliver.run({ kind: 'folders' })}>
              {t('handOut:result.folders')}
            </Button>
          )}
          <Button icon={<IconPrinter {...icon} />} title={t('handOut:result.copyingHelp')} onClick={() => deliver.run({ kind: 'copying' })}>
            {t('handOut:result.copying')}
          </Button>
        </div>
        {deliver.problem !== null && <Note tone="danger">{deliver.problem}</Note>}
        {deliver.last && <Delivered delivery={deliver.last} />}
        {pack.unprintable.length > 0 && (
          <Note tone="warning" title={t('handOut:result.unprintable')}>
            <ul className={classes.gaps}>
              {pack.unprintable.map(({ character, where }) => (
                <li key={`${character} ${where}`}>{t('handOut:result.unprintableLine', { character, where })}</li>
              ))}
            </ul>
          </Note>
        )}
      </div>
    </Panel>
  );
}

function Delivered({ delivery }: { readonly delivery: Delivery }): ReactNode {
  const t = useWords();
  const client = useClient();
  const [problem, setProblem] = useState<string | null>(null);
  if (delivery.kind === 'cancelled') return null;
  if (delivery.kind === 'download')
    return <p className={classes.where}>{t('handOut:result.downloaded', { fileName: delivery.fileName })}</p>;
  const reveal = async () => {
    const answer = await client.app.reveal({ revealId: delivery.revealId });
    setProblem(answer.ok ? null : failureMessage(t, answer.failure));
  };
  return (
    <>
      <div className={classes.buttons}>
        <p className={classes.where}>{t('handOut:result.saved', { where: delivery.where })}</p>
        <Button kind="quiet" onClick={() => void reveal()}>
          {t('handOut:result.reveal')}
        </Button>
      </div>
      {problem !== null && <Note tone="danger">{problem}</Note>}
    </>
  );
}
