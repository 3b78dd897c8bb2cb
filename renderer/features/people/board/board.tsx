// A board: who is in no column at the left, the columns beside it. People are dragged, or moved by the keys that the hint names.
import { DndContext, DragOverlay, type DragEndEvent } from '@dnd-kit/core';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { useWords } from '../../../ui/language.ts';
import classes from './board.module.css';
import type { Participant } from '../../../../shared/domain/people/model.ts';
import type { BoardColumn, BoardModel } from './board-model.ts';
import { CardFace, PersonCard } from './person-card.tsx';
import { announcementsOf, columnUnder, useBoardSensors } from './drag.ts';
import { DropColumn } from './drop-column.tsx';
import { useCardFocus } from './use-card-focus.ts';

/** The column of those who are in none. */
const looseColumn = 'loose';

interface BoardProps {
  /** Spoken name of the board. */
  readonly label: string;
  readonly model: BoardModel;
  /** Heading of the column for those who are in none. */
  readonly looseLabel: string;
  /** The word for somebody who leads a column. */
  readonly leadWord: string;
  readonly isReadOnly: boolean;
  readonly renderHead: (column: BoardColumn) => ReactNode;
  /** After the last column: a place to add one. */
  readonly last: ReactNode;
  readonly onMove: (personId: string, columnId: string | null) => void;
  readonly onOpen: (personId: string) => void;
}

export function Board({ label, model, looseLabel, leadWord, isReadOnly, renderHead, last, onMove, onOpen }: BoardProps): ReactNode {
  const t = useWords();
  const sensors = useBoardSensors();
  const { board, onFocus, letGo } = useCardFocus(model);
  const [draggedId, setDraggedId] = useState<string | null>(null);
  const everybody = useMemo(
    () =>
      new Map(
        [...model.unplaced, ...model.outside, ...model.columns.flatMap(({ people }) => people)].map((person) => [
          person.id as string,
          person,
        ]),
      ),
    [model],
  );
  const words = {
    nameOf: (id: string) => everybody.get(id)?.fullName ?? '',
    columnNameOf: (id: string) => model.columns.find((column) => column.id === id)?.name ?? looseLabel,
  };
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    setDraggedId(null);
    if (!over) return;
    const target = over.id === looseColumn ? null : String(over.id);
    const from = model.columns.find(({ people }) => people.some(({ id }) => id === active.id))?.id ?? null;
    if (target !== from) onMove(String(active.id), target);
  };
  const open = useCallback(
    (id: string) => {
      letGo();
      onOpen(id);
    },
    // `letGo` only clears a reference.
    // oxlint-disable-next-line react/exhaustive-deps
    [onOpen],
  );
  const markWord = ({ id, kind }: Participant, leadIds: readonly string[]) => {
    if (leadIds.includes(id)) return leadWord;
    return kind === 'participant' ? null : t(`people:kind.${kind}`);
  };
  const cards = (people: BoardModel['unplaced'], leadIds: readonly string[] = []) =>
    people.map((person) => (
      <PersonCard
        key={person.id}
        id={person.id}
        name={person.fullName}
        markWord={markWord(person, leadIds)}
        isLead={leadIds.includes(person.id)}
        isReadOnly={isReadOnly}
        onOpen={open}
      />
    ));
  const dragged = draggedId === null ? undefined : everybody.get(draggedId);
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={columnUnder}
      accessibility={{ announcements: announcementsOf(t, words), screenReaderInstructions: { draggable: t('people:board.instructions') } }}
      onDragStart={({ active }) => setDraggedId(String(active.id))}
      onDragEnd={onDragEnd}
      onDragCancel={() => setDraggedId(null)}
    >
      {/* Only remembers which card has the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <section className={classes.board} aria-label={label} ref={board} onFocus={onFocus}>
        <DropColumn
          id={looseColumn}
          label={looseLabel}
          isLoose
          head={<h2 className={classes.columnName}>{looseLabel}</h2>}
          count={model.unplaced.length}
        >
          {cards(model.unplaced)}
          {model.unplaced.length === 0 && (
            <li className={classes.nobody}>{t(everybody.size === 0 ? 'people:board.noPeople' : 'people:board.everybodyPlaced')}</li>
          )}
          {model.outside.length > 0 && <li className={classes.divider}>{t('people:group.outsideTeams')}</li>}
          {cards(model.outside)}
        </DropColumn>
        <div className={classes.columns}>
          {model.columns.map((column) => (
            <DropColumn key={column.id} id={column.id} label={column.name} head={renderHead(column)} count={column.people.length}>
              {cards(column.people, column.leadIds)}
              {column.people.length === 0 && <li className={classes.nobody}>{t('people:board.empty')}</li>}
            </DropColumn>
          ))}
          {last}
        </div>
      </section>
      <DragOverlay dropAnimation={null}>
        {dragged && (
          <div className={classes.overlay}>
            <CardFace name={dragged.fullName} mark={null} />
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}
