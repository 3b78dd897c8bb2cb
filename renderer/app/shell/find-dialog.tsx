// The dialog behind "Find or do…": everything that can be found or done, filtered by the words typed.
import '@mantine/spotlight/styles.layer.css';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useOfferedActions } from '../../ui/actions.tsx';
import { useWords } from '../../ui/language.ts';
import { matching, type Findable } from './find-matching.ts';
import classes from './find-dialog.module.css';

export interface FindGroup {
  readonly label: string;
  readonly items: readonly Findable[];
}

export interface FindDialogProps {
  readonly groups?: readonly FindGroup[];
  readonly onClose: () => void;
}

export function FindDialog({ groups = [], onClose }: FindDialogProps): ReactNode {
  const t = useWords();
  const actions = useOfferedActions();
  const [query, setQuery] = useState('');
  const [store, spotlight] = useMemo(() => createSpotlight(), []);
  useEffect(() => spotlight.open(), [spotlight]);
  const commands: FindGroup = { label: t('find.commands'), items: actions.filter((action) => action.isFound !== false) };
  // Without a word only commands are listed: a list of everybody helps nobody.
  const shown = (query.trim() === '' ? [commands] : [...groups, commands])
    .map((group) => ({ ...group, items: matching(group.items, query) }))
    .filter((group) => group.items.length > 0);
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      onSpotlightClose={onClose}
      attributes={{ content: { 'aria-label': t('frame.find') } }}
      overlayProps={{ blur: 0 }}
      classNames={{ action: classes.action ?? '', actionsGroup: classes.group ?? '', content: classes.content ?? '' }}
    >
      <Spotlight.Search
        placeholder={t('find.placeholder')}
        aria-label={t('frame.find')}
        leftSection={<IconSearch size={18} stroke={1.75} aria-hidden />}
      />
      <Spotlight.ActionsList className={classes.list} tabIndex={0}>
        {shown.map((group) => (
          <Spotlight.ActionsGroup key={group.label} label={group.label}>
            {group.items.map((item) => (
              <Spotlight.Action key={item.id} label={item.label} description={item.description} onClick={item.run} />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {shown.length === 0 && <Spotlight.Empty>{t('find.nothing', { query })}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
