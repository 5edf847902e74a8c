/** The case of an applicant: a list of sections while it is a draft, then where it stands. */
import { Navigate } from "@tanstack/react-router";
import { dryRunOf } from "../../dry-run-id.ts";
import type { CaseView } from "../case/case-query.ts";
import { DraftPart } from "./draft-part.tsx";
import { StatusPart } from "./status-part.tsx";

export function CasePart({ view }: { readonly view: CaseView }) {
  // A dry run ends with its receipt: nothing happens to it afterwards.
  if (view.status !== "draft" && dryRunOf(view.caseId) !== undefined)
    return <Navigate to="/cases/$caseId/receipt" params={{ caseId: view.caseId }} replace />;
  return view.status === "draft" ? <DraftPart view={view} /> : <StatusPart view={view} />;
}
