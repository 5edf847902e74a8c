/** Where a voucher came from that moved in from another system, with the line that brought it. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { DateTime } from "../../component/date-time.tsx";
import { Note } from "../../component/note.tsx";
import type { CaseView } from "../case/case-query.ts";
import { useStaffParks } from "./use-staff-parks.ts";

export function ImportedNote({ view: { imported, leadPark } }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const reads = useStaffParks(["finance", "manager", "auditor"]).some(({ id }) => id === leadPark);
  if (imported === undefined) return null;
  const { from, oldReference, at } = imported;
  return (
    <Note>
      <p>
        {i18n._("Taken over from another system, where it is {reference}", { reference: oldReference })},{" "}
        <DateTime at={at} show="date" />.{" "}
        {from !== undefined && reads && (
          <Link
            to="/imports/$parkId/$importId"
            params={{ parkId: leadPark, importId: from.importId }}
            hash={`line-${from.line}`}
          >
            {i18n._("Line {line} of the import", { line: from.line })}
          </Link>
        )}
      </p>
    </Note>
  );
}
