/** The bank's statement: a CSV file is read here and booked line by line there; each line's outcome is shown. */
import { useLingui } from "@lingui/react";
import { useId, useState } from "react";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { useAct } from "../../use-act.ts";
import { useStaffRefusal } from "../staff/use-staff-refusal.ts";
import { StatementOutcome } from "./statement-outcome.tsx";

export function BankStatementCard({ parkId }: { readonly parkId: string }) {
  const { i18n } = useLingui();
  const refusal = useStaffRefusal();
  const id = useId();
  const [file, setFile] = useState<File>();
  const act = useAct({
    send: async (chosen: File) =>
      api("post", "/api/parks/{parkId}/statements", { params: { parkId }, body: { csv: await chosen.text() } }),
  });
  return (
    <Card title={i18n._("Bank statement")}>
      <p className="small muted">
        {i18n._(
          "camt.053, camt.054, or CSV with the columns endToEndId, bookedOn, amount, currency, reference (a returned payment has a minus). A pain.002 only informs. A file with an unreadable line books nothing; uploaded twice, nothing is booked twice.",
        )}
      </p>
      <div className="row statement">
        <div className="field">
          <label htmlFor={id}>{i18n._("Statement file")}</label>
          <input
            id={id}
            className="input"
            type="file"
            accept=".csv,.xml,text/csv,application/xml,text/xml"
            onChange={(event) => setFile(event.currentTarget.files?.[0])}
          />
        </div>
        <Button
          busy={act.isPending}
          {...(file === undefined ? { notAllowed: i18n._("Choose a file first.") } : {})}
          onClick={() => {
            if (file !== undefined) act.mutate(file);
          }}
        >
          {i18n._("Book the statement")}
        </Button>
      </div>
      {act.isError && (
        <>
          <ProblemNote problem={refusal(act.error)} />
          <ul className="plain-list small">
            {act.error.errors.map(({ pointer, detail }) => (
              <li key={pointer + detail}>{`${pointer.replace(/^\//, "").replaceAll("/", ", ")}: ${detail}`}</li>
            ))}
          </ul>
        </>
      )}
      {act.data !== undefined && <StatementOutcome result={act.data} parkId={parkId} />}
    </Card>
  );
}
