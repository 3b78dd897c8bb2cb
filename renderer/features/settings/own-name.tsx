// Who works here: the name that history and sign-offs show, asked for at the first start and changed in the top bar.
import { IconUser } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useSetSettings, useSettings } from '../../state/host-context.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialogs.tsx';
import { TextField } from '../../ui/fields.tsx';
import { useWords } from '../../ui/language.ts';

export function OwnNameField(): ReactNode {
  const t = useWords();
  const { facilitatorName } = useSettings();
  const setSettings = useSetSettings();
  return (
    <TextField
      label={t('workshop:settings.name')}
      help={t('workshop:settings.nameHelp')}
      value={facilitatorName}
      onSave={async (next) => {
        setSettings({ facilitatorName: next });
        return { kind: 'saved' };
      }}
    />
  );
}

/** The button of the top bar. */
export function OwnName(): ReactNode {
  const t = useWords();
  const { facilitatorName } = useSettings();
  const [isOpen, setOpen] = useState(false);
  const label = facilitatorName.trim() === '' ? t('workshop:settings.whoAreYou') : t('workshop:settings.youAre', { name: facilitatorName });
  return (
    <>
      <IconButton label={label} icon={<IconUser size={18} stroke={1.75} />} onClick={() => setOpen(true)} />
      <Dialog title={t('workshop:settings.you')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <OwnNameField />
      </Dialog>
    </>
  );
}
