// The one table of the product: sticky header, rows of 36, no zebra. Arrow keys and Enter move within a column as in a spreadsheet.
import type { ComponentType, CSSProperties, KeyboardEvent, ReactNode } from 'react';
import { gridMove, openRowMenu } from './grid/grid-keys.ts';
import { useVisibleRows } from './visible-rows.ts';
import classes from './data-table.module.css';

export interface Column<Row> {
  readonly key: string;
  readonly header: ReactNode;
  /** `right` for numbers. */
  readonly align?: 'left' | 'right';
  /** CSS width such as `12rem`; without it the column shares what is left. */
  readonly width?: string;
  /** Beside what the row is about: set in the small type, so that more of it is seen. */
  readonly isSmall?: boolean;
  /** Keeps the column in sight when the table is scrolled sideways: its distance from the left edge. */
  readonly stick?: string;
  readonly cell: (row: Row, index: number) => ReactNode;
}

interface DataTableProps<Row> {
  /** Spoken name of the table. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly selectedKey?: string | null;
  /** For tables in which several rows can be selected. */
  readonly isSelected?: (row: Row) => boolean;
  /** A quiet kind of row, such as a break in an agenda. */
  readonly isSunk?: (row: Row) => boolean;
  /** Text cells hold plain words (`words`) or inputs that fill the cell (`inputs`). */
  readonly fill?: 'words' | 'inputs';
  /** Narrowest width before the table scrolls sideways. */
  readonly minWidth?: string;
  /** Only the rows near the eye are built. All rows must have one height then. */
  readonly isLong?: boolean;
  /** A last line that stays at the bottom, such as a sum. */
  readonly footer?: ReactNode;
  /** Rows after the last one, such as the line in which a new row is typed. */
  readonly after?: ReactNode;
  /** Stands in for `<tr>` where rows can do more, such as being dragged. It puts `attributes` and `children` on the `<tr>` it renders. */
  readonly rowAs?: ComponentType<TableRowProps>;
}

export interface TableRowProps {
  readonly rowKey: string;
  readonly attributes: Readonly<Record<`data-${string}`, string | true | undefined>> & { readonly 'aria-rowindex': number | undefined };
  readonly children: ReactNode;
}

function PlainRow({ attributes, children }: TableRowProps): ReactNode {
  return <tr {...attributes}>{children}</tr>;
}

export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const {
    label,
    columns,
    rows,
    rowKey,
    selectedKey,
    isSelected,
    isSunk,
    fill = 'words',
    minWidth,
    isLong = false,
    footer,
    after,
    rowAs: TableRow = PlainRow,
  } = props;
  const { ref, from, to, above, below } = useVisibleRows(rows.length, isLong);
  return (
    // The table scrolls by itself when it is wider than the page: it must be reachable by keyboard then.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={classes.scroll} aria-label={label} tabIndex={0}>
      {/* Keys bubble up from the inputs in the cells. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <table
        className={classes.table}
        data-fill={fill}
        style={minWidth === undefined ? undefined : { minWidth }}
        aria-rowcount={isLong ? rows.length + 1 : undefined}
        onKeyDown={moveInColumn}
      >
        <colgroup>
          {columns.map((column) => (
            <col key={column.key} style={column.width === undefined ? undefined : { width: column.width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" data-align={column.align} data-stuck={column.stick} style={stickAt(column.stick)}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={ref}>
          {above > 0 && <tr aria-hidden style={{ height: above }} />}
          {rows.slice(from, to).map((row, place) => {
            const key = rowKey(row);
            const index = from + place;
            return (
              <TableRow
                key={key}
                rowKey={key}
                attributes={{
                  'data-row': key,
                  'data-selected': key === selectedKey || isSelected?.(row) || undefined,
                  'data-sunk': isSunk?.(row) || undefined,
                  'aria-rowindex': isLong ? index + 2 : undefined,
                }}
              >
                {columns.map((column) => (
                  <td
                    key={column.key}
                    data-align={column.align}
                    data-stuck={column.stick}
                    data-small={column.isSmall || undefined}
                    style={stickAt(column.stick)}
                    className={column.align === 'right' ? 'number' : undefined}
                  >
                    {column.cell(row, index)}
                  </td>
                ))}
              </TableRow>
            );
          })}
          {below > 0 && <tr aria-hidden style={{ height: below }} />}
          {after}
        </tbody>
        {footer !== undefined && (
          <tfoot>
            <tr>
              <td colSpan={columns.length}>{footer}</td>
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}

function stickAt(left: string | undefined): CSSProperties | undefined {
  return left === undefined ? undefined : { left };
}

/** Enter and the vertical arrows go to the same column of the next or previous row. */
function moveInColumn(event: KeyboardEvent<HTMLTableElement>): void {
  const { key, target } = event;
  if (gridMove(event)?.kind === 'row-menu' && openRowMenu(target)) return event.preventDefault();
  if (event.defaultPrevented || event.nativeEvent.isComposing || !(target instanceof HTMLInputElement) || target.type !== 'text') return;
  const isDown = key === 'ArrowDown' || (key === 'Enter' && !event.shiftKey);
  const isUp = key === 'ArrowUp' || (key === 'Enter' && event.shiftKey);
  if (!isDown && !isUp) return;
  const cell = target.closest('td');
  const row = cell?.closest('tr');
  const other = isDown ? row?.nextElementSibling : row?.previousElementSibling;
  const next = cell && other?.querySelectorAll(':scope > td')[cell.cellIndex]?.querySelector<HTMLElement>('input, select, button');
  if (!next) return;
  event.preventDefault();
  next.focus();
}
