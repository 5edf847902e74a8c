/** Cards one under another, for people who read each of them. */
import type { ReactNode } from "react";

interface Props<Row> {
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly card: (row: Row) => ReactNode;
}

export function CardList<Row>({ rows, rowKey, card }: Props<Row>) {
  return (
    <ul className="card-list">
      {rows.map((row) => (
        <li key={rowKey(row)}>{card(row)}</li>
      ))}
    </ul>
  );
}
