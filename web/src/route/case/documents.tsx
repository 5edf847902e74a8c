/** The documents of an application: those that the call names, with what was sent for each. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { inLanguage } from "../../language/in-language.ts";
import { type Call, type CaseView, callQuery } from "./case-query.ts";
import { FileList } from "./file-list.tsx";
import { UploadField } from "./upload-field.tsx";

export type CallDocument = NonNullable<Call["documents"]>[number];

/** What the call wants brought along; empty while that is being asked for. */
export function useDocuments(view: CaseView): readonly CallDocument[] {
  return useQuery(callQuery(view.callId)).data?.documents ?? [];
}

export function DocumentUploads({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const documents = useDocuments(view);
  const open = view.status === "draft" || view.status === "more-information";
  return documents.map(({ documentId, title, hint, required }) => {
    const words = hint === undefined ? "" : inLanguage(hint, i18n.locale);
    return (
      <UploadField
        key={documentId}
        view={view}
        use="document"
        slot={documentId}
        title={inLanguage(title, i18n.locale)}
        required={required}
        open={open}
        {...(words === "" ? {} : { hint: words })}
      />
    );
  });
}

/** What the reader may see of them, by document; nothing where there is none. */
export function DocumentList({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const documents = useDocuments(view);
  const files = view.files.filter(({ use, status }) => use === "document" && status === "kept");
  return documents.flatMap(({ documentId, title }) => {
    const own = files.filter(({ slot }) => slot === documentId);
    if (own.length === 0) return [];
    return [
      <div key={documentId}>
        <p className="small muted">{inLanguage(title, i18n.locale)}</p>
        <FileList caseId={view.caseId} files={own} />
      </div>,
    ];
  });
}
