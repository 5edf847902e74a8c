/** Files of a case as a list: to be opened, with what became of each. */
import { useLingui } from "@lingui/react";
import { useMutation } from "@tanstack/react-query";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { FileLink } from "../../component/file-link.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { Tag } from "../../component/tag.tsx";
import { useAct } from "../../use-act.ts";
import type { CaseView } from "./case-query.ts";
import { openFile } from "./send-file.ts";
import { useFileRefusal } from "./use-file-words.ts";
import "./files.css";

type CaseFile = CaseView["files"][number];

interface ListProps {
  readonly caseId: string;
  readonly files: readonly CaseFile[];
}

export function FileList({ caseId, files }: ListProps) {
  if (files.length === 0) return null;
  return (
    <ul className="files">
      {files.map((file) => (
        <li key={file.fileId}>
          <FileRow caseId={caseId} file={file} />
        </li>
      ))}
    </ul>
  );
}

function FileRow({ caseId, file }: { readonly caseId: string; readonly file: CaseFile }) {
  const { i18n } = useLingui();
  const refusal = useFileRefusal();
  const { fileId, name } = file;
  const open = useMutation({ mutationFn: () => openFile(caseId, fileId) });
  const remove = useAct({
    send: (_: undefined, key) =>
      api("post", "/api/cases/{caseId}/files/{fileId}/removal", { params: { caseId, fileId }, body: {}, key }),
    stale: [["case", caseId]],
  });
  return (
    <>
      <div className="file-row">
        {file.status === "kept" ? (
          <FileLink
            name={name}
            size={file.bytes}
            onOpen={() => open.mutate()}
            {...(file.scan === undefined ? {} : { scan: file.scan })}
          />
        ) : (
          <span className="file">
            {name} <State file={file} />
          </span>
        )}
        {file.removable && (
          <Button kind="quiet" small busy={remove.isPending} onClick={() => remove.mutate(undefined)}>
            {i18n._("Remove")} <span className="sr">{name}</span>
          </Button>
        )}
      </div>
      {file.reason !== undefined && <p className="small late">{refusal(file.reason)}</p>}
      {open.error !== null && <ProblemNote problem={open.error} />}
      {remove.error !== null && <ProblemNote problem={remove.error} />}
    </>
  );
}

function State({ file }: { readonly file: CaseFile }) {
  const { i18n } = useLingui();
  if (file.status === "refused") return <Tag state="bad">{i18n._("Not taken")}</Tag>;
  return <Tag state="now">{file.status === "awaited" ? i18n._("Being sent") : i18n._("Being checked")}</Tag>;
}
