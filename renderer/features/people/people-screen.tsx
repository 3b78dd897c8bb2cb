// Prepare → People: the table of everybody, the way in for lists, and the drawer of one person.
import { IconClipboard, IconFileImport, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Failure } from '../../../shared/contract/failures.ts';
import { namesakes } from '../../../shared/domain/people/rules.ts';
import { useRecord, useSession, useSessionState, useView } from '../../state/workshop-context.tsx';
import { useActions } from '../../ui/actions.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useWords } from '../../ui/language.ts';
import { WithdrawnNote } from '../privacy/withdrawn-note.tsx';
import { addPersonInputId } from './add-person-line.tsx';
import { ImportPane } from './import/import-pane.tsx';
import { ListDrop } from './import/list-drop.tsx';
import { PasteDialog } from './import/paste-dialog.tsx';
import { ReadingLine } from './import/reading-line.tsx';
import { ReadFailure } from './import/read-failure.tsx';
import { useReadList } from './import/use-read-list.ts';
import { MergeDialog, type Merging } from './merge-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { KnownOrganisations } from './organisation-input.tsx';
import { groupSizes, type PeopleFilter, type PeopleOrder } from './people-list.ts';
import { PeopleTable } from './people-table.tsx';
import { PeopleToolbar } from './people-toolbar.tsx';
import classes from './people.module.css';
import { PersonDrawer } from './person-drawer.tsx';
import type { PersonActions } from './person-menu.tsx';
import { RefusalNote } from './refusal-note.tsx';
import { ReplaceDialog } from './replace-dialog.tsx';
import { useRemovePeople } from './use-remove-people.ts';
import { useSelected } from './use-selected.ts';
import { useSelection } from './use-selection.ts';
import { useShownPeople } from './use-shown-people.ts';

const everybody = { group: 'all', query: '' } as const;

export function PeopleScreen(): ReactNode {
  const { isReadOnly } = useSessionState();
  const reader = useReadList();
  const [isPasting, setPasting] = useState(false);
  const { state, readText, close } = reader;
  return (
    <ListDrop isOff={isReadOnly || state.kind === 'ready'} onFile={reader.readFile} onText={readText}>
      <WithdrawnNote />
      {state.kind === 'failed' && <ReadFailure failure={state.failure} onAgain={reader.choose} onClose={close} />}
      {state.kind === 'reading' && <ReadingLine />}
      {state.kind === 'ready' ? (
        <ImportPane key={state.outline.sourceId} outline={state.outline} onClose={close} />
      ) : (
        <People isReading={state.kind === 'reading'} onChoose={reader.choose} onPaste={() => setPasting(true)} onPasteList={readText} />
      )}
      {isPasting && (
        <PasteDialog
          onClose={() => setPasting(false)}
          onRead={(text) => {
            setPasting(false);
            readText(text);
          }}
        />
      )}
    </ListDrop>
  );
}

interface PeopleProps {
  readonly isReading: boolean;
  readonly onChoose: () => void;
  readonly onPaste: () => void;
  readonly onPasteList: (text: string) => void;
}

function People({ isReading, onChoose, onPaste, onPasteList }: PeopleProps): ReactNode {
  const t = useWords();
  const { isReadOnly } = useSessionState();
  const { store } = useSession();
  const view = useView('participants', 'organisations');
  const doubles = useMemo(() => namesakes(view), [view]);
  const people = useMemo(() => [...view.all('participants')], [view]);
  const [filter, setFilter] = usePeopleFilter();
  const [isAdding, setAdding] = useState(false);
  const [movingIds, setMovingIds] = useState<readonly string[]>([]);
  const [merging, setMerging] = useState<Merging | null>(null);
  const [replacedId, setReplacedId] = useState<string | null>(null);
  const replaced = useRecord('participants', replacedId);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [openId, setOpenId] = useSelected('person');
  const { rows, holding } = useShownPeople(filter, doubles);
  const selection = useSelection(useCallback((id: string) => store.view.get('participants', id) !== undefined, [store]));
  const remove = useRemovePeople(setFailure);
  const selectedIds = [...selection.ids];
  const [first, second, third] = selectedIds.flatMap((id) => store.view.get('participants', id) ?? []);
  const pair: Merging | null = first && second && !third ? { collection: 'participants', id: first.id, otherId: second.id } : null;
  const removal = useRef(remove);
  useLayoutEffect(() => {
    removal.current = remove;
  });
  const actions = useMemo<PersonActions>(
    () => ({
      onOpen: setOpenId,
      onReplace: setReplacedId,
      onMerge: (id) => setMerging({ collection: 'participants', id }),
      onMove: (id) => setMovingIds([id]),
      onRemove: (id) => void removal.current([id]),
    }),
    [setOpenId],
  );
  const isEmpty = people.length === 0 && !isAdding;
  useAddPersonFocus(isAdding, setAdding);
  const add = () => setAdding(true);

  useActions([
    ...(isReadOnly
      ? []
      : [
          { id: 'import-people', label: t('people:importList'), run: onChoose },
          { id: 'paste-people', label: t('people:pasteList'), run: onPaste },
          { id: 'add-person', label: t('people:add'), run: add },
        ]),
    ...(selectedIds.length > 0
      ? [{ id: 'move-people', label: t('people:move.action'), keys: 'M', run: () => setMovingIds(selectedIds) }]
      : []),
    ...(pair && !isReadOnly ? [{ id: 'merge-people', label: t('people:merge.participants.open'), run: () => setMerging(pair) }] : []),
  ]);

  if (isEmpty) {
    return (
      <EmptyState
        icon={<IconUsers size={24} stroke={1.75} />}
        text={t('people:empty')}
        action={
          <Button
            kind="primary"
            icon={<IconFileImport size={16} stroke={1.75} />}
            reason={isReadOnly ? t('readOnly') : null}
            onClick={onChoose}
          >
            {t('people:importList')}
          </Button>
        }
        second={
          !isReadOnly && (
            <>
              <Button kind="quiet" icon={<IconClipboard size={16} stroke={1.75} />} onClick={onPaste}>
                {t('people:pasteList')}
              </Button>
              <Button kind="quiet" icon={<IconUserPlus size={16} stroke={1.75} />} onClick={add}>
                {t('people:add')}
              </Button>
            </>
          )
        }
      />
    );
  }
  return (
    <>
      <PeopleToolbar
        filter={filter}
        sizes={groupSizes(people, doubles)}
        selectedCount={selectedIds.length}
        isReadOnly={isReadOnly}
        isReading={isReading}
        onFilter={setFilter}
        onAdd={add}
        onChoose={onChoose}
        onPaste={onPaste}
        onMove={() => setMovingIds(selectedIds)}
        onRemove={() => void remove(selectedIds)}
        onMerge={() => setMerging(pair)}
        onClear={() => selection.set([])}
      />
      {failure && <RefusalNote failure={failure} onClose={() => setFailure(null)} />}
      {rows.length === 0 && people.length > 0 && <p className={classes.quiet}>{t('people:nobodyFound')}</p>}
      <div className={classes.tablePanel} {...holding}>
        <PeopleTable
          rows={rows}
          openId={openId}
          namesakes={doubles}
          selection={selection}
          isReadOnly={isReadOnly}
          actions={actions}
          onAdded={() => setFilter({ ...filter, ...everybody })}
          onPasteList={onPasteList}
        />
      </div>
      <KnownOrganisations />
      <MoveDialog ids={movingIds} onClose={() => setMovingIds([])} onFailure={setFailure} />
      {merging && (
        <MergeDialog
          {...merging}
          onClose={() => setMerging(null)}
          onMerged={() => {
            setMerging(null);
            selection.set([]);
          }}
        />
      )}
      {replaced && <ReplaceDialog person={replaced} onClose={() => setReplacedId(null)} />}
      <PersonDrawer id={openId} onOpen={setOpenId} onClose={() => setOpenId(null)} />
    </>
  );
}

/** As long as the application is open, the order in which people stand is remembered from page to page. */
let lastOrder: PeopleOrder = 'familyName';

function usePeopleFilter(): readonly [PeopleFilter, (filter: PeopleFilter) => void] {
  const [filter, setFilter] = useState<PeopleFilter>(() => ({ ...everybody, order: lastOrder }));
  const set = useCallback((next: PeopleFilter) => {
    lastOrder = next.order;
    setFilter(next);
  }, []);
  return [filter, set];
}

/** Puts the keyboard into the last line of the table once it is there. */
function useAddPersonFocus(isAdding: boolean, setAdding: (isAdding: boolean) => void): void {
  useEffect(() => {
    if (!isAdding) return undefined;
    const input = document.getElementById(addPersonInputId);
    input?.focus();
    // The empty state comes back when nobody was added and the line is left.
    const onBlur = () => setAdding(false);
    input?.addEventListener('blur', onBlur);
    return () => input?.removeEventListener('blur', onBlur);
  }, [isAdding, setAdding]);
}
