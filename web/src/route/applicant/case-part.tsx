/** The case of an applicant: a list of sections while it is a draft, then where it stands. */
import type { CaseView } from "../case/case-query.ts";
import { DraftPart } from "./draft-part.tsx";
import { StatusPart } from "./status-part.tsx";

export function CasePart({ view }: { readonly view: CaseView }) {
  return view.status === "draft" ? <DraftPart view={view} /> : <StatusPart view={view} />;
}
