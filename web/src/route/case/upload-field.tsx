/** A place for files: what is asked for, what is there, and the way to add one. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useId } from "react";
import { ProblemNote } from "../../component/problem-note.tsx";
import { Tag } from "../../component/tag.tsx";
import { type CaseView, caseQuery } from "./case-query.ts";
import { FileList } from "./file-list.tsx";
import { useSendFile } from "./send-file.ts";
import { useSendRefusal } from "./use-file-words.ts";

interface Props {
  readonly view: CaseView;
  readonly use: "document" | "evidence";
  readonly slot: string;
  readonly title: string;
  readonly hint?: ReactNode;
  readonly required: boolean;
  /** Files may be added now. */
  readonly open: boolean;
}

/** Endings that the API takes. */
const accepted = ".pdf,.docx,.xlsx,.odt,.ods,.png,.jpg,.jpeg,.txt,.csv";

export function UploadField({ view, use, slot, title, hint, required, open }: Props) {
  const { i18n } = useLingui();
  const refusal = useSendRefusal();
  const id = useId();
  const send = useSendFile(view.caseId);
  const files = view.files.filter((file) => file.use === use && file.slot === slot);
  const waiting = files.some(({ status }) => status === "checking");
  useQuery({ ...caseQuery(view.caseId), refetchInterval: waiting ? 1_000 : 20_000 });
  const there = files.some(({ status }) => status === "kept");
  return (
    <section className="upload" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>
        {title} {there ? <Tag state="ok">{i18n._("There")}</Tag> : <Need required={required} />}
      </h3>
      {hint !== undefined && <p className="hint">{hint}</p>}
      <FileList caseId={view.caseId} files={files} />
      {open && (
        <div className="field">
          <label htmlFor={id}>
            {there ? i18n._("Add another file") : i18n._("Choose a file")}
            <span className="sr">: {title}</span>
          </label>
          <input
            id={id}
            type="file"
            className="input"
            accept={accepted}
            aria-busy={send.isPending || undefined}
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file !== undefined && !send.isPending)
                send.mutate({ use, slot, file }, { onSettled: () => (target.value = "") });
            }}
          />
        </div>
      )}
      <div aria-live="polite">
        {send.isPending && <p className="small muted">{i18n._("Being sent")} …</p>}
        {send.error !== null && <ProblemNote problem={refusal(send.error)} />}
      </div>
    </section>
  );
}

function Need({ required }: { readonly required: boolean }) {
  const { i18n } = useLingui();
  return (
    <Tag state={required ? "warn" : "idle"} icon="ring" plain>
      {required ? i18n._("Required") : i18n._("If you have it")}
    </Tag>
  );
}
