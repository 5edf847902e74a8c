/** Evidence of a claim: where it is added, and what was filed with a claim. */
import { useQuery } from "@tanstack/react-query";
import { type Call, type CaseView, callQuery } from "./case-query.ts";
import { FileList } from "./file-list.tsx";
import { UploadField } from "./upload-field.tsx";
import { type Evidence, evidenceKinds, useEvidenceWords } from "./use-file-words.ts";

/** A provider that is paid has nothing to do with the company's own share. @param taxed a park may have to withhold tax */
export function payeeKinds(pays: Call["pays"] | undefined, taxed: boolean): readonly Evidence[] {
  if (pays === "sme") return ["invoice", "report", "own-share"];
  return taxed ? ["invoice", "report", "tax-waiver"] : ["invoice", "report"];
}

interface UploadProps {
  readonly view: CaseView;
  readonly kinds: readonly Evidence[];
}

/** @param kinds those that this reader may add now */
export function EvidenceUploads({ view, kinds }: UploadProps) {
  const words = useEvidenceWords();
  const wanted = useQuery(callQuery(view.callId)).data?.evidence ?? [];
  return kinds.map((kind) => (
    <UploadField
      key={kind}
      view={view}
      use="evidence"
      slot={kind}
      title={words[kind]}
      required={wanted.some((asked) => asked === kind)}
      open
    />
  ));
}

interface ListProps {
  readonly view: CaseView;
  readonly claim: Pick<CaseView["claims"][number], "claim" | "supplementTo">;
}

/** What was filed with the claim, or with the one of which it is what was cut, as far as the reader may see it. */
export function EvidenceList({ view, claim: { claim, supplementTo = claim } }: ListProps) {
  const words = useEvidenceWords();
  const filed = view.files.filter(
    (file) =>
      file.use === "evidence" && (file.claim === claim || file.claim === supplementTo) && file.status === "kept",
  );
  return evidenceKinds.flatMap((kind) => {
    const own = filed.filter(({ slot }) => slot === kind);
    if (own.length === 0) return [];
    return [
      <div key={kind}>
        <p className="small muted">{words[kind]}</p>
        <FileList caseId={view.caseId} files={own} />
      </div>,
    ];
  });
}
