// The people as a table that is typed in like a spreadsheet, with a last line for adding somebody.
import { useMemo, useSyncExternalStore, type ReactNode } from 'react';
import type { Participant, ParticipantId } from '../../../shared/domain/people/model.ts';
import { useSorted } from '../../state/workshop-context.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { CheckInput, type Option } from '../../ui/inputs.tsx';
import { useWords } from '../../ui/language.ts';
import { AddPersonLine } from './add-person-line.tsx';
import { OrganisationCell } from './organisation-input.tsx';
import {
  ConsentCell,
  ContactCell,
  KindCell,
  LanguageCell,
  NameCell,
  StatusCell,
  TeamCell,
  TickCell,
  TopicGroupCell,
} from './people-cells.tsx';
import classes from './people.module.css';
import { PersonMenu, type PersonActions } from './person-menu.tsx';
import type { Selection } from './use-selection.ts';

interface PeopleTableProps {
  readonly rows: readonly Participant[];
  readonly openId: string | null;
  readonly namesakes: ReadonlyMap<ParticipantId, unknown>;
  readonly selection: Selection;
  readonly isReadOnly: boolean;
  readonly actions: PersonActions;
  readonly onAdded: () => void;
  /** Cells pasted into the last line. */
  readonly onPasteList: (text: string) => void;
}

export function PeopleTable({
  rows,
  openId,
  namesakes,
  selection,
  isReadOnly,
  actions,
  onAdded,
  onPasteList,
}: PeopleTableProps): ReactNode {
  const { onOpen } = actions;
  const t = useWords();
  const isWide = useIsWide();
  const teamOptions = useChoices('teams');
  const groupOptions = useChoices('topicGroups');
  const areAllTicked = rows.length > 0 && rows.every(({ id }) => selection.ids.has(id));
  const columns: readonly Column<Participant>[] = [
    {
      key: 'tick',
      width: '2.5rem',
      stick: '0',
      header: (
        <div className={classes.tick}>
          <CheckInput
            label={<span className="visually-hidden">{t('people:selectAll')}</span>}
            value={areAllTicked}
            onChange={(isTicked) => selection.set(isTicked ? rows.map(({ id }) => id) : [])}
          />
        </div>
      ),
      cell: ({ id, fullName }) => <TickCell id={id} name={fullName} isTicked={selection.ids.has(id)} onTick={selection.tick} />,
    },
    {
      key: 'name',
      width: isWide ? '12.5rem' : '10.75rem',
      stick: '2.5rem',
      header: t('people:field.name'),
      cell: (person) => <NameCell person={person} isReadOnly={isReadOnly} hasNamesake={namesakes.has(person.id)} onOpen={onOpen} />,
    },
    {
      key: 'organisation',
      isSmall: !isWide,
      header: t('people:field.organisation'),
      cell: (person) => <OrganisationCell person={person} isReadOnly={isReadOnly} />,
    },
    {
      key: 'team',
      width: isWide ? '9rem' : '6.75rem',
      isSmall: !isWide,
      header: t('people:field.team'),
      cell: (person) => <TeamCell person={person} isReadOnly={isReadOnly} options={teamOptions} />,
    },
    {
      key: 'topicGroup',
      width: '9.5rem',
      header: t('people:field.topicGroup'),
      cell: (person) => <TopicGroupCell person={person} isReadOnly={isReadOnly} options={groupOptions} />,
    },
    {
      key: 'kind',
      width: isWide ? '7rem' : '5.75rem',
      isSmall: !isWide,
      header: t('people:field.kind'),
      cell: (person) => <KindCell person={person} isReadOnly={isReadOnly} />,
    },
    {
      key: 'status',
      width: isWide ? '6.5rem' : '5.75rem',
      isSmall: !isWide,
      header: t('people:field.status'),
      cell: (person) => <StatusCell person={person} isReadOnly={isReadOnly} />,
    },
    {
      key: 'language',
      width: '7.5rem',
      header: t('people:field.language'),
      cell: (person) => <LanguageCell person={person} isReadOnly={isReadOnly} />,
    },
    {
      key: 'email',
      width: isWide ? '16rem' : '11.75rem',
      isSmall: !isWide,
      header: t('people:field.email'),
      cell: (person) => <ContactCell person={person} kind="email" isReadOnly={isReadOnly} onOpen={onOpen} />,
    },
    {
      key: 'phone',
      width: isWide ? '10rem' : '8rem',
      isSmall: !isWide,
      header: t('people:field.phone'),
      cell: (person) => <ContactCell person={person} kind="phone" isReadOnly={isReadOnly} onOpen={onOpen} />,
    },
    {
      key: 'consent',
      width: '4.5rem',
      header: t('people:consentShort'),
      cell: (person) => <ConsentCell person={person} isReadOnly={isReadOnly} />,
    },
    {
      key: 'menu',
      width: '2.5rem',
      header: <span className="visually-hidden">{t('people:organisations.actions')}</span>,
      cell: (person) => <PersonMenu person={person} isReadOnly={isReadOnly} actions={actions} />,
    },
  ];
  const shown = isWide ? columns : columns.filter(({ key }) => !roomy.has(key));
  return (
    <DataTable
      label={t('people:table')}
      columns={shown}
      rows={rows}
      rowKey={({ id }) => id}
      selectedKey={openId}
      isSelected={({ id }) => selection.ids.has(id)}
      fill="inputs"
      minWidth={isWide ? '94rem' : '68rem'}
      isLong
      after={!isReadOnly && <AddPersonLine columns={shown.length} onAdded={onAdded} onPasteList={onPasteList} />}
    />
  );
}

/** Columns for which there is room on a wide screen only; the drawer has them always. */
const roomy: ReadonlySet<string> = new Set(['topicGroup', 'language']);

const wide = '(min-width: 112rem)';

function useIsWide(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const query = window.matchMedia(wide);
      query.addEventListener('change', onChange);
      return () => query.removeEventListener('change', onChange);
    },
    () => window.matchMedia(wide).matches,
  );
}

/** The records of a collection as a choice, "none" first. */
function useChoices(collection: 'teams' | 'topicGroups'): readonly Option[] {
  const t = useWords();
  const records = useSorted(collection);
  return useMemo(
    () => [{ value: '', label: t('people:none') }, ...records.map(({ id, name }) => ({ value: id, label: name }))],
    [records, t],
  );
}
