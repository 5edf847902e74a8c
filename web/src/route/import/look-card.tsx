/** A dry run: a file is chosen, looked at, and proposed as it was looked at. */
import { useLingui } from "@lingui/react";
import { useNavigate } from "@tanstack/react-router";
import { useId, useState } from "react";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Note } from "../../component/note.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { useAct } from "../../use-act.ts";
import { StepUp } from "../sign-in/step-up.tsx";
import { ImportLines } from "./import-lines.tsx";
import type { ImportFile, ImportKind, Preview } from "./imports-query.ts";
import { ProblemTable } from "./problem-table.tsx";
import { readImportFile } from "./read-file.ts";
import { Totals } from "./totals.tsx";
import { useImportRefusal } from "./use-import-refusal.ts";

interface Props {
  readonly parkId: string;
  readonly kind: ImportKind;
}

interface Looked {
  readonly fileName: string;
  readonly file: ImportFile;
  readonly preview: Preview;
}

export function LookCard({ parkId, kind }: Props) {
  const { i18n } = useLingui();
  const id = useId();
  const refusal = useImportRefusal();
  const [chosen, setChosen] = useState<File>();
  const look = useAct({
    send: async (one: File): Promise<Looked> => {
      const file = await readImportFile(one);
      const preview = await api("post", "/api/parks/{parkId}/imports/preview", {
        params: { parkId },
        body: { kind, file },
      });
      return { fileName: one.name, file, preview };
    },
    stale: [],
  });
  const choose = (file: File | undefined) => {
    setChosen(file);
    look.reset();
  };
  return (
    <>
      <Card title={i18n._("Look at a file")}>
        <p className="small muted">
          {i18n._(
            "Every line says what would happen, and every cell that cannot be right is named. Nothing is changed.",
          )}
        </p>
        <div className="row statement">
          <div className="field">
            <label htmlFor={id}>{i18n._("CSV or XLSX, at most 500 lines")}</label>
            <input
              id={id}
              className="input"
              type="file"
              accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              onChange={(event) => choose(event.currentTarget.files?.[0])}
            />
          </div>
          <Button
            busy={look.isPending}
            {...(chosen === undefined ? { notAllowed: i18n._("Choose a file first.") } : {})}
            onClick={() => {
              if (chosen !== undefined) look.mutate(chosen);
            }}
          >
            {i18n._("Look at it")}
          </Button>
        </div>
        {look.isError && <ProblemNote problem={refusal(look.error) ?? look.error} />}
      </Card>
      {look.data !== undefined && <LookedAt looked={look.data} parkId={parkId} kind={kind} />}
    </>
  );
}

function LookedAt({ looked, parkId, kind }: Props & { readonly looked: Looked }) {
  const { i18n } = useLingui();
  const { preview, fileName } = looked;
  const { problems, lines, totals, ready } = preview;
  const known = lines.filter((line) => line.known).length;
  return (
    <Card title={i18n._("What {file} would do", { file: fileName })}>
      <div className="stack">
        {problems.length > 0 ? (
          <Note kind="bad" live>
            <p>
              {i18n._(
                "{cells, plural, one {# cell cannot be right.} other {# cells cannot be right.}} Nothing of a file is taken over while anything in it is wrong.",
                { cells: problems.length },
              )}
            </p>
          </Note>
        ) : (
          <Note kind={ready ? "ok" : "info"} live>
            <p>
              {i18n._(
                "{fresh, plural, one {# line is new} other {# lines are new}}, {known, plural, one {# was here before} other {# were here before}}.",
                { fresh: lines.length - known, known },
              )}
            </p>
          </Note>
        )}
        {problems.length > 0 && <ProblemTable problems={problems} />}
        {problems.length === 0 && <Totals kind={kind} totals={totals} />}
        <ImportLines kind={kind} lines={lines} proposed />
        {ready && <Propose looked={looked} parkId={parkId} kind={kind} />}
      </div>
    </Card>
  );
}

function Propose({ looked, parkId, kind }: Props & { readonly looked: Looked }) {
  const { i18n } = useLingui();
  const refusal = useImportRefusal();
  const navigate = useNavigate();
  const { file, fileName, preview } = looked;
  const propose = useAct({
    send: (_: undefined, key) =>
      api("post", "/api/parks/{parkId}/imports", {
        params: { parkId },
        body: { kind, fileName, file, hash: preview.hash },
        key,
      }),
    onDone: ({ importId }) => void navigate({ to: "/imports/$parkId/$importId", params: { parkId, importId } }),
    stale: [["imports"]],
  });
  return (
    <>
      <p>
        {i18n._(
          "Compare the sums with your own books. Nothing is taken over before another person, a finance officer of the park, confirms these very lines.",
        )}
      </p>
      {propose.isError && <ProblemNote problem={refusal(propose.error) ?? propose.error} />}
      <StepUp problem={propose.error} onProved={() => propose.mutate(undefined)} />
      <div>
        <Button kind="primary" busy={propose.isPending} onClick={() => propose.mutate(undefined)}>
          {i18n._("Propose these lines")}
        </Button>
      </div>
    </>
  );
}
