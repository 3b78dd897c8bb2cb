// What can be done with a workshop of the list: duplicate it without its people, save it as a file, archive it.
import { Menu } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconCopy, IconDots, IconDownload } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { WorkshopSummary } from '../../../shared/contract/contract.ts';
import type { Failure } from '../../../shared/contract/failures.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useClient } from '../../state/host-context.tsx';
import { IconButton } from '../../ui/button.tsx';
import { useNotify } from '../../ui/dialogs.tsx';
import { useWords } from '../../ui/language.ts';
import { SaveDialog } from '../take-along/save-dialog.tsx';
import { DuplicateDialog } from './duplicate-dialog.tsx';

interface WorkshopMenuProps {
  readonly workshop: WorkshopSummary;
  readonly onFailure?: (failure: Failure) => void;
}

export function WorkshopMenu({ workshop, onFailure }: WorkshopMenuProps): ReactNode {
  const t = useWords();
  const client = useClient();
  const notify = useNotify();
  const [isDuplicating, setDuplicating] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const { workshopId, title, isArchived } = workshop;
  const setArchived = async (next: boolean) => {
    const answer = await client.library.setArchived({ workshopId, isArchived: next });
    if (!answer.ok) {
      if (onFailure) onFailure(answer.failure);
      else notify({ text: failureMessage(t, answer.failure) });
      return;
    }
    notify({
      text: t(next ? 'home:archived' : 'home:unarchived', { title }),
      action: { label: t('undo'), run: () => void setArchived(!next) },
    });
  };
  return (
    <>
      <Menu position="bottom-end" transitionProps={{ duration: 120 }}>
        <Menu.Target>
          <IconButton label={t('home:menu', { title })} icon={<IconDots size={18} stroke={1.75} />} />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCopy size={16} stroke={1.75} />} onClick={() => setDuplicating(true)}>
            {t('home:duplicate')}
          </Menu.Item>
          <Menu.Item leftSection={<IconDownload size={16} stroke={1.75} />} onClick={() => setSaving(true)}>
            {t('takeAlong:menu')}
          </Menu.Item>
          {isArchived ? (
            <Menu.Item leftSection={<IconArchiveOff size={16} stroke={1.75} />} onClick={() => void setArchived(false)}>
              {t('home:unarchive')}
            </Menu.Item>
          ) : (
            <Menu.Item leftSection={<IconArchive size={16} stroke={1.75} />} onClick={() => void setArchived(true)}>
              {t('home:archive')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {isSaving && <SaveDialog workshop={workshop} onClose={() => setSaving(false)} />}
      {isDuplicating && <DuplicateDialog workshop={workshop} onClose={() => setDuplicating(false)} />}
    </>
  );
}
