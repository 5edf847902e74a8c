/** Imports of a park: the template, a dry run of a file, proposing it, and the runs that there were. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import * as z from "zod";
import { Card } from "../../component/card.tsx";
import { Chip } from "../../component/chip.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { EmptyState } from "../../component/empty-state.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Note } from "../../component/note.tsx";
import { Page } from "../../component/page.tsx";
import { NoPart } from "../staff/no-part.tsx";
import { ParkSelect } from "../staff/park-select.tsx";
import { useStaffParks } from "../staff/use-staff-parks.ts";
import { usePageSearch } from "../use-page-search.ts";
import { ColumnsCard } from "./columns-card.tsx";
import { ImportState } from "./import-state.tsx";
import { type ImportKind, type Imports, importsQuery } from "./imports-query.ts";
import { useKindWords } from "./kind-words.ts";
import { LookCard } from "./look-card.tsx";
import "../staff/staff.css";
import "../finance/finance.css";
import "./import.css";

const kinds = ["vouchers", "aid", "aid-back"] as const;
const searchSchema = z.object({ park: z.string().optional(), kind: z.enum(kinds).optional() });

export function RoutePage() {
  const { i18n } = useLingui();
  const [search, change] = usePageSearch(searchSchema);
  const parks = useStaffParks(["finance", "manager", "auditor"]);
  const own = useStaffParks(["finance", "manager"]);
  const parkId = search.park ?? own[0]?.id ?? parks[0]?.id ?? "";
  const { kind = "vouchers" } = search;
  const query = useQuery(importsQuery(parkId));
  if (parks.length === 0) return <NoPart title={i18n._("Imports")} />;
  return (
    <Page
      title={i18n._("Imports")}
      width="expert"
      lead={i18n._(
        "Running vouchers and earlier awards move in from another system: one person proposes a file, a finance officer confirms exactly what was looked at.",
      )}
    >
      <div className="act-page">
        <ParkSelect parks={parks} value={parkId} onChange={(park) => change({ park })} />
        {parkId !== "" && (
          <Loaded query={query} lines={10}>
            {({ runs, mayPropose }) => (
              <>
                <Waiting runs={runs} />
                {mayPropose && (
                  <>
                    <Kinds kind={kind} onChange={(chosen) => change({ kind: chosen })} />
                    <ColumnsCard kind={kind} />
                    <LookCard key={`${parkId} ${kind}`} parkId={parkId} kind={kind} />
                  </>
                )}
                <Runs runs={runs} />
              </>
            )}
          </Loaded>
        )}
      </div>
    </Page>
  );
}

interface KindsProps {
  readonly kind: ImportKind;
  readonly onChange: (kind: ImportKind) => void;
}

function Kinds({ kind, onChange }: KindsProps) {
  const { i18n } = useLingui();
  const words = useKindWords();
  return (
    <nav className="import-kinds" aria-label={i18n._("What is imported")}>
      {kinds.map((one) => (
        <Chip key={one} on={one === kind} onToggle={() => onChange(one)}>
          {words[one]}
        </Chip>
      ))}
    </nav>
  );
}

type Run = Imports["runs"][number];

/** What a second person is wanted for stands before everything else. */
function Waiting({ runs }: { readonly runs: readonly Run[] }) {
  const { i18n } = useLingui();
  const waiting = runs.filter(({ state, own }) => state === "proposed" && !own);
  if (waiting.length === 0) return null;
  return (
    <Note kind="warn">
      <p>{i18n._("A second person is wanted:")}</p>
      <ul className="plain-list">
        {waiting.map((run) => (
          <li key={run.importId}>
            <RunLink run={run} />{" "}
            {i18n._("{lines, plural, one {# line} other {# lines}}, proposed by {name}", {
              lines: run.lines,
              name: run.proposedByName,
            })}
          </li>
        ))}
      </ul>
    </Note>
  );
}

function RunLink({ run: { parkId, importId, fileName } }: { readonly run: Run }) {
  return (
    <Link to="/imports/$parkId/$importId" params={{ parkId, importId }}>
      {fileName}
    </Link>
  );
}

function Runs({ runs }: { readonly runs: readonly Run[] }) {
  const { i18n } = useLingui();
  const words = useKindWords();
  return (
    <Card title={i18n._("Proposed and done")} aside={runs.length}>
      {runs.length === 0 ? (
        <EmptyState>{i18n._("Nothing was imported yet.")}</EmptyState>
      ) : (
        <ul className="gap-list">
          {runs.map((run) => (
            <li key={run.importId}>
              <div>
                <strong>
                  <RunLink run={run} />
                </strong>
                <span className="small muted">
                  {words[run.kind]}:{" "}
                  {i18n._("{lines, plural, one {# line} other {# lines}}, proposed by {name}", {
                    lines: run.lines,
                    name: run.proposedByName,
                  })}
                  , <DateTime at={run.proposedAt} show="date-time" />
                </span>
              </div>
              <ImportState run={run} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
