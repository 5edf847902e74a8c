/** The arithmetic of one ceiling for staff: the ceiling, what counts already line by line, this award, what is left. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { type SumLine, SumTable } from "../../component/sum-table.tsx";
import { useParks } from "../../network.ts";
import { useBasisName } from "../case/basis-words.ts";
import { useFormat } from "../case/use-format.ts";
import type { HeadroomView } from "./staff-query.ts";
import { useStaffParks } from "./use-staff-parks.ts";

export function AidLines({ headroom }: { readonly headroom: HeadroomView }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const basisName = useBasisName();
  const lineOf = useLine();
  const { state, currency, ceiling = 0, room = 0, asked = 0, period, source } = headroom;
  const where = `${basisName(headroom.basis)}, ${format.country(headroom.jurisdiction)}`;
  if (state !== "assessed" || currency === undefined) {
    const words = {
      "no-aid": i18n._("No state aid, so no ceiling applies."),
      "not-assessed": i18n._("Not assessed here: {where}.", { where }),
      "not-in-force": i18n._(
        "No row of the network file is in force today: {where}. Nothing can be granted under it.",
        {
          where,
        },
      ),
      "needs-category": i18n._(
        "The basis limits by the category of the work, which this call does not state: {where}.",
        {
          where,
        },
      ),
      assessed: where,
    };
    return <p className="small">{words[state]}</p>;
  }
  const left = room - asked;
  const span =
    period === undefined
      ? ""
      : `, ${i18n._("{from} to {until}", { from: format.day(period.from), until: format.day(period.until) })}`;
  const lines: SumLine[] = [
    {
      label: i18n._("Ceiling"),
      amount: ceiling,
      source: `${where}${span}${source === undefined ? "" : `. ${source}`}`,
    },
    ...headroom.lines.map(lineOf),
    { label: i18n._("This award"), amount: -asked },
    { label: left < 0 ? i18n._("Too little room by") : i18n._("Room left"), amount: left, kind: "total" },
  ];
  return <SumTable caption={i18n._("Arithmetic of the aid ceiling")} currency={currency} lines={lines} />;
}

function useLine(): (line: HeadroomView["lines"][number], index: number) => SumLine {
  const { i18n } = useLingui();
  const format = useFormat();
  const parks = useParks();
  return (line, index) => {
    const words = {
      granted: i18n._("Granted in the network"),
      reserved: i18n._("Reserved for another case"),
      declared: i18n._("Declared by the company"),
      earlier: i18n._("Granted before, imported"),
    };
    const park = parks.find(({ id }) => id === line.parkId)?.name;
    const original =
      line.original === undefined || line.rate === undefined
        ? ""
        : `, ${i18n._("{original} at {rate}", { original: format.money(line.original), rate: format.rate(line.rate) })}`;
    return {
      // The number tells two grants of one body apart.
      label: `${index + 1}. ${line.grantor ?? park ?? words[line.kind]}`,
      amount: -line.amount,
      source: (
        <>
          {[words[line.kind], line.reference, format.day(line.day)].filter((part) => part !== undefined).join(", ")}
          {original}
          {line.declaredToo === true && `, ${i18n._("declared by the company, too, and counted once")}`}
          <ImportLink line={line} />
        </>
      ),
    };
  };
}

/** For whoever reads the imports of the park that brought it. */
function ImportLink({ line: { parkId, from } }: { readonly line: HeadroomView["lines"][number] }) {
  const { i18n } = useLingui();
  const reads = useStaffParks(["finance", "manager", "auditor"]).some(({ id }) => id === parkId);
  if (from === undefined || parkId === undefined || !reads) return null;
  return (
    <>
      {", "}
      <Link to="/imports/$parkId/$importId" params={{ parkId, importId: from.importId }} hash={`line-${from.line}`}>
        {i18n._("Line {line} of the import", { line: from.line })}
      </Link>
    </>
  );
}
