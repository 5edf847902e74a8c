/** The lines of a file: what each would do, or what became of it, with the case that it became. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { type Column, DataTable } from "../../component/data-table.tsx";
import { Money } from "../../component/money.tsx";
import { Tag } from "../../component/tag.tsx";
import type { Import, ImportKind } from "./imports-query.ts";
import { LineNotes } from "./line-notes.tsx";
import { useAwardColumn } from "./use-award-column.tsx";
import { useRefusedWords } from "./use-import-refusal.ts";

type Line = Import["entries"][number];

interface Props {
  readonly kind: ImportKind;
  /** Whose imports they are, where they lead to others. */
  readonly parkId?: string;
  readonly lines: readonly Line[];
  /** They wait: what they would do is said. */
  readonly proposed?: boolean;
}

/** Where the page of a case leads to. */
export function lineAnchor(line: number): string {
  return `line-${line}`;
}

export function ImportLines({ kind, parkId, lines, proposed = false }: Props) {
  const { i18n } = useLingui();
  const award = useAwardColumn(kind);
  const columns: readonly Column<Line>[] = [
    {
      id: "reference",
      head: i18n._("Reference there"),
      cell: ({ line, reference }) => (
        <span id={lineAnchor(line)} className="import-line">
          <span className="mono">{reference}</span>{" "}
          <span className="small muted">{i18n._("line {line}", { line })}</span>
        </span>
      ),
    },
    { id: "party", head: i18n._("Company"), cell: ({ party }) => party },
    ...award,
    {
      id: "awarded",
      head: kind === "vouchers" ? i18n._("Granted") : i18n._("Aid"),
      number: true,
      cell: ({ awarded, currency }) => <Money amount={awarded} currency={currency} />,
    },
    ...(kind === "vouchers"
      ? [
          {
            id: "left",
            head: i18n._("Left"),
            number: true,
            cell: ({ left, currency }: Line) => <Money amount={left} currency={currency} />,
          },
        ]
      : []),
    {
      id: "outcome",
      head: proposed ? i18n._("What would happen") : i18n._("What became of it"),
      cell: (line) => (
        <div>
          <Outcome line={line} kind={kind} proposed={proposed} />
          <LineNotes line={line} parkId={parkId} />
        </div>
      ),
    },
  ];
  if (lines.length === 0) return null;
  return (
    <section>
      <h3>{i18n._("Lines")}</h3>
      <DataTable caption={i18n._("Lines")} columns={columns} rows={lines} rowKey={({ line }) => String(line)} />
    </section>
  );
}

function Outcome({
  line,
  kind,
  proposed,
}: {
  readonly line: Line;
  readonly kind: ImportKind;
  readonly proposed: boolean;
}) {
  const { i18n } = useLingui();
  const refused = useRefusedWords();
  const { known, outcome, code, caseId, taken } = line;
  const link =
    caseId === undefined || taken === undefined ? undefined : (
      <Link className="mono" to="/cases/$caseId" params={{ caseId }}>
        {taken}
      </Link>
    );
  const back = kind === "aid-back";
  if (outcome === "refused")
    return (
      <>
        <Tag state="bad">{back ? i18n._("Not taken back") : i18n._("Not taken over")}</Tag>{" "}
        <span className="small">{refused(code)}</span>
      </>
    );
  if (outcome === "known" || (outcome === undefined && known))
    return (
      <>
        <Tag state="idle">{back ? i18n._("Was taken back before") : i18n._("Was here before")}</Tag> {link}
      </>
    );
  if (outcome === "taken")
    return (
      <>
        <Tag state="ok">{back ? i18n._("Taken back") : i18n._("Taken over")}</Tag> {link}
      </>
    );
  if (back) return <Tag state="now">{proposed ? i18n._("Would be taken back") : i18n._("Not yet taken back")}</Tag>;
  return <Tag state="now">{proposed ? i18n._("Would be taken over") : i18n._("Not yet taken over")}</Tag>;
}
