/** Rows with columns that sort; on phones every row becomes a card. */
import {
  type ColumnDef,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import type { ReactNode } from "react";
import { useMemo } from "react";
import { Icon } from "./icon.tsx";

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

export interface Column<Row> {
  readonly id: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** What the column is sorted by; a column without it does not sort. */
  readonly sortBy?: (row: Row) => string | number;
  /** Right-aligned, never wrapped. */
  readonly number?: boolean;
}

export interface Sort {
  readonly id: string;
  readonly desc: boolean;
}

interface Props<Row> {
  /** What the rows are, for those who cannot see the heading near the table. */
  readonly caption: string;
  /** The first column names the row. Keep the array stable between renders. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Kept by the page, so that the address can hold it. */
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
  /** Totals, one cell per column. */
  readonly foot?: readonly ReactNode[];
}

export function DataTable<Row extends object>({ caption, columns, rows, rowKey, sort, onSort, foot }: Props<Row>) {
  const definitions = useMemo(() => columns.map(define), [columns]);
  const data = useMemo(() => [...rows], [rows]);
  const sorting = useMemo(() => (sort === undefined ? [] : [{ ...sort }]), [sort]);
  const table = useTable({ features, columns: definitions, data, state: { sorting }, getRowId: rowKey });
  const byId = new Map(columns.map((column) => [column.id, column]));
  return (
    <div className="tw">
      <table className="cards">
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id}>
              {row.getAllCells().map((cell, index) => {
                const column = byId.get(cell.column.id);
                const content = column?.cell(row.original);
                if (index === 0) {
                  return (
                    <th key={cell.id} scope="row" className="m">
                      {content}
                    </th>
                  );
                }
                return (
                  <td key={cell.id} className={column?.number ? "n" : undefined} data-l={column?.head}>
                    {content}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        {foot !== undefined && <Foot cells={foot} columns={columns} />}
      </table>
    </div>
  );
}

function define<Row extends object>(column: Column<Row>): ColumnDef<typeof features, Row> {
  return {
    id: column.id,
    accessorFn: (row) => column.sortBy?.(row),
    enableSorting: column.sortBy !== undefined,
    sortFn: (a, b, id) => compare(a.getValue(id), b.getValue(id)),
  };
}

/** Numbers by size, texts as the reader's language sorts them. */
function compare(a: unknown, b: unknown): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b), document.documentElement.lang || "en", { numeric: true });
}

interface HeadProps<Row> {
  readonly column: Column<Row>;
  readonly sort: Sort | undefined;
  readonly onSort: ((sort: Sort) => void) | undefined;
}

function Head<Row>({ column, sort, onSort }: HeadProps<Row>) {
  const className = column.number ? "n" : undefined;
  if (column.sortBy === undefined || onSort === undefined) {
    return (
      <th scope="col" className={className}>
        {column.head}
      </th>
    );
  }
  const on = sort?.id === column.id;
  return (
    <th scope="col" className={className} aria-sort={on ? (sort.desc ? "descending" : "ascending") : undefined}>
      <button type="button" className="sort" onClick={() => onSort({ id: column.id, desc: on ? !sort.desc : false })}>
        {column.head}
        {on && <Icon name={sort.desc ? "down" : "up"} />}
      </button>
    </th>
  );
}

function Foot<Row>({
  cells,
  columns,
}: {
  readonly cells: readonly ReactNode[];
  readonly columns: readonly Column<Row>[];
}) {
  return (
    <tfoot>
      <tr>
        {columns.map((column, index) =>
          index === 0 ? (
            <th key={column.id} scope="row">
              {cells[index]}
            </th>
          ) : (
            <td key={column.id} className={column.number ? "n" : undefined} data-l={column.head}>
              {cells[index]}
            </td>
          ),
        )}
      </tr>
    </tfoot>
  );
}
