// Workshop files that were opened lately, where the shell knows their place.
import { IconFile } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { RecentFile } from '../../../shared/contract/workshop-files.ts';
import { useClient, useStart } from '../../state/host-context.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { Panel } from '../../ui/page.tsx';
import classes from './bring-in.module.css';
import { useBroughtFiles } from './brought-files.tsx';

const shownAtMost = 5;

export function RecentFiles(): ReactNode {
  const t = useWords();
  const { moment } = useFormats();
  const { openRecent } = useBroughtFiles();
  const recent = useRecentFiles();
  if (recent.length === 0) return null;
  return (
    <Panel title={t('bringIn:recent')}>
      <ul className={classes.plainList}>
        {recent.slice(0, shownAtMost).map(({ recentId, fileName, folder, openedAt }) => (
          <li key={recentId} className={classes.recent}>
            <IconFile size={16} stroke={1.75} aria-hidden />
            <button
              type="button"
              className={classes.recentName}
              aria-label={t('bringIn:recentFile', { fileName })}
              onClick={() => openRecent(recentId, fileName)}
            >
              {fileName}
            </button>
            <span className={classes.quiet}>
              {folder} · {moment(openedAt)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function useRecentFiles(): readonly RecentFile[] {
  const client = useClient();
  const { shell } = useStart();
  const [recent, setRecent] = useState<readonly RecentFile[]>([]);
  useEffect(() => {
    if (shell !== 'desktop') return;
    void client.files.recent({}).then((answer) => setRecent(answer.ok ? answer.value : []));
  }, [client, shell]);
  return recent;
}
