// What can be done with a person of the table, at the end of the row.
import { IconArrowsExchange, IconId, IconTrash, IconUserShare, IconUsersGroup } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import type { Participant } from '../../../shared/domain/people/model.ts';
import { RowMenu } from '../../ui/grid/row-menu.tsx';
import { useWords } from '../../ui/language.ts';

/** What the page does with one person. */
export interface PersonActions {
  readonly onOpen: (id: string) => void;
  readonly onReplace: (id: string) => void;
  readonly onMerge: (id: string) => void;
  readonly onMove: (id: string) => void;
  readonly onRemove: (id: string) => void;
}

interface PersonMenuProps {
  readonly person: Participant;
  readonly isReadOnly: boolean;
  readonly actions: PersonActions;
}

const icon = { size: 16, stroke: 1.75 } as const;

export const PersonMenu = memo(function PersonMenu({ person, isReadOnly, actions }: PersonMenuProps): ReactNode {
  const t = useWords();
  const { id, fullName, status } = person;
  const changing = [
    { label: t('people:move.one', { name: fullName }), icon: <IconArrowsExchange {...icon} />, run: () => actions.onMove(id) },
    ...(status === 'replaced'
      ? []
      : [{ label: t('people:replace.open'), icon: <IconUserShare {...icon} />, run: () => actions.onReplace(id) }]),
    { label: t('people:merge.participants.open'), icon: <IconUsersGroup {...icon} />, run: () => actions.onMerge(id) },
    { label: t('remove'), icon: <IconTrash {...icon} />, run: () => actions.onRemove(id) },
  ];
  return (
    <RowMenu
      label={t('people:menu', { name: fullName })}
      actions={[
        { label: t('people:openPerson', { name: fullName }), icon: <IconId {...icon} />, run: () => actions.onOpen(id) },
        ...(isReadOnly ? [] : changing),
      ]}
    />
  );
});
