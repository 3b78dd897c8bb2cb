// The dialog behind "Find or do…": everything that can be found or done, filtered by the words typed.
import '@mantine/spotlight/styles.layer.css';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useOfferedActions, type Action } from '../../ui/actions.tsx';
import { useBackCloses } from '../../ui/back-closes.ts';
import { useWords } from '../../ui/language.ts';
import { matching, type FindGroup } from './find-matching.ts';
import type { Typed } from './typed-ahead.ts';
import classes from './find-dialog.module.css';

export interface FindDialogProps {
  /** What can be found besides commands, in the order in which groups stand that answer equally well. */
  readonly groups?: readonly FindGroup[];
  /** What was typed while the dialog was on its way. */
  readonly takeTyped: () => Typed;
  readonly onClose: () => void;
}

export function FindDialog({ groups = [], takeTyped, onClose }: FindDialogProps): ReactNode {
  const t = useWords();
  const actions = useOfferedActions();
  const [query, setQuery] = useState('');
  useBackCloses(true, onClose);
  const store = useMemo(() => {
    const [made, spotlight] = createSpotlight();
    spotlight.open();
    return made;
  }, []);
  const commands: FindGroup = { label: t('find.commands'), items: onceEach(actions.filter((action) => action.isFound !== false)) };
  const find = (typed: string) => matching([...groups, commands], typed);
  // Without a word only commands are listed: a list of everybody helps nobody.
  const shown = query.trim() === '' ? matching([commands], '') : find(query);
  const runFirst = (items: FindGroup['items'] | undefined) => {
    const [first] = items ?? [];
    first?.run();
    if (first) onClose();
    return first !== undefined;
  };
  const takeOver = ({ currentTarget: field }: FocusEvent<HTMLInputElement>) => {
    const { letters, isEntered } = takeTyped();
    if (isEntered && runFirst(find(letters)[0]?.items)) return;
    if (letters !== '') {
      field.setRangeText(letters, 0, 0, 'end');
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  };
  const onKeyDown = ({ key, nativeEvent, currentTarget }: KeyboardEvent<HTMLInputElement>) => {
    // The mark goes with its line when a screen takes its offers back and makes them anew; what is typed is meant all the same.
    const isMarked = (currentTarget.closest('[role="dialog"]')?.querySelector('[data-action][data-selected]') ?? null) !== null;
    if (key === 'Enter' && !nativeEvent.isComposing && !isMarked && query.trim() !== '') runFirst(shown[0]?.items);
  };
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
        onFocus={takeOver}
        onKeyDown={onKeyDown}
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

/** A screen may offer what its frame offers too: the screen's own, which knows more, comes first and stands alone. */
function onceEach(actions: readonly Action[]): readonly Action[] {
  const seen = new Set<string>();
  return actions.filter(({ label }) => !seen.has(label) && seen.add(label));
}
