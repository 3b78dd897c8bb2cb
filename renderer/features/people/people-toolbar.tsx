// Over the people table: search and groups, or what can be done with the ticked rows.
import {
  IconArrowsExchange,
  IconClipboard,
  IconFileImport,
  IconSearch,
  IconTrash,
  IconUserPlus,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/language.ts';
import { FilterBar } from './filter-bar.tsx';
import { peopleGroups, peopleOrders, type PeopleFilter, type PeopleGroup, type PeopleOrder } from './people-list.ts';
import classes from './people.module.css';

interface PeopleToolbarProps {
  readonly filter: PeopleFilter;
  readonly sizes: Readonly<Record<PeopleGroup, number>>;
  readonly selectedCount: number;
  readonly isReadOnly: boolean;
  readonly isReading: boolean;
  readonly onFilter: (filter: PeopleFilter) => void;
  readonly onAdd: () => void;
  readonly onChoose: () => void;
  readonly onPaste: () => void;
  readonly onMove: () => void;
  readonly onRemove: () => void;
  readonly onMerge: () => void;
  readonly onClear: () => void;
}

export function PeopleToolbar(props: PeopleToolbarProps): ReactNode {
  const { filter, sizes, onFilter } = props;
  const t = useWords();
  // A group without anybody is no choice, unless it is the one that is shown.
  const options = peopleGroups
    .filter((group) => group === 'all' || sizes[group] > 0 || group === filter.group)
    .map((group) => ({ value: group, label: t(`people:group.${group}`), count: sizes[group] }));
  return (
    <div className={classes.toolbar}>
      <div className={classes.toolRow}>
        <label className={classes.search}>
          <IconSearch size={16} stroke={1.75} aria-hidden />
          <span className="visually-hidden">{t('people:search')}</span>
          <input
            type="search"
            autoComplete="off"
            placeholder={t('people:search')}
            value={filter.query}
            onChange={(event) => onFilter({ ...filter, query: event.target.value })}
          />
        </label>
        <label className={classes.sort}>
          <span>{t('people:order.label')}</span>
          <select
            className={classes.choiceCell}
            value={filter.order}
            onChange={(event) => onFilter({ ...filter, order: event.target.value as PeopleOrder })}
          >
            {peopleOrders.map((order) => (
              <option key={order} value={order}>
                {t(`people:order.${order}`)}
              </option>
            ))}
          </select>
        </label>
        <div className={classes.tools}>{props.selectedCount > 0 ? <SelectionTools {...props} /> : <ListTools {...props} />}</div>
      </div>
      <FilterBar label={t('people:groups')} options={options} value={filter.group} onChange={(group) => onFilter({ ...filter, group })} />
    </div>
  );
}

function ListTools({ isReadOnly, isReading, onAdd, onPaste, onChoose }: PeopleToolbarProps): ReactNode {
  const t = useWords();
  const reason = isReadOnly ? t('readOnly') : isReading ? t('people:import.reading') : null;
  return (
    <>
      <Button kind="quiet" icon={<IconUserPlus size={16} stroke={1.75} />} reason={isReadOnly ? reason : null} onClick={onAdd}>
        {t('people:add')}
      </Button>
      <Button kind="quiet" icon={<IconClipboard size={16} stroke={1.75} />} reason={reason} onClick={onPaste}>
        {t('people:pasteList')}
      </Button>
      <Button kind="primary" icon={<IconFileImport size={16} stroke={1.75} />} reason={reason} onClick={onChoose}>
        {t('people:importList')}
      </Button>
    </>
  );
}

function SelectionTools({ selectedCount, isReadOnly, onMove, onRemove, onMerge, onClear }: PeopleToolbarProps): ReactNode {
  const t = useWords();
  const reason = isReadOnly ? t('readOnly') : null;
  return (
    <>
      <output>{t('people:selected', { count: selectedCount })}</output>
      <Button kind="quiet" onClick={onClear}>
        {t('people:clearSelection')}
      </Button>
      {selectedCount === 2 && (
        <Button icon={<IconUsersGroup size={16} stroke={1.75} />} reason={reason} onClick={onMerge}>
          {t('people:merge.participants.open')}
        </Button>
      )}
      <Button icon={<IconTrash size={16} stroke={1.75} />} reason={reason} onClick={onRemove}>
        {t('remove')}
      </Button>
      <Button kind="primary" icon={<IconArrowsExchange size={16} stroke={1.75} />} reason={reason} onClick={onMove}>
        {t('people:move.action')}
      </Button>
    </>
  );
}
