/** Somebody of staff finds that they have an interest in a case: they name it, and a hard one hands the case to colleagues. */
import { useLingui } from "@lingui/react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useWatch } from "react-hook-form";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button, buttonClass } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Note } from "../../component/note.tsx";
import { Page } from "../../component/page.tsx";
import { RadioField } from "../../component/radio-field.tsx";
import { SelectField } from "../../component/select-field.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import { interestWords } from "../account/interest-words.ts";
import { kinds } from "../account/interests-schema.ts";
import { type CaseView, caseQuery, useCaseId } from "../case/case-query.ts";

const schema = z
  .object({
    party: z.string().pipe(z.enum(["applicant", "provider"], /*i18n*/ "Choose whom the tie is to.")),
    kind: z.string().pipe(z.enum(kinds, /*i18n*/ "Say what ties you.")),
    level: z.enum(["HARD", "SOFT"]),
    note: z.string().trim(),
  })
  .superRefine(({ kind, note }, context) => {
    if (kind === "other" && note === "")
      context.addIssue({ code: "custom", path: ["note"], message: /*i18n*/ "Say what ties you." });
  })
  .transform(({ party, kind, level, note }) => ({ party, kind, ...(kind === "other" ? { level, note } : {}) }));

export function RoutePage() {
  const { i18n } = useLingui();
  const caseId = useCaseId();
  const [level, setLevel] = useState<"HARD" | "SOFT">();
  const query = useQuery({ ...caseQuery(caseId), enabled: level !== "HARD" });
  return (
    <Page
      title={i18n._("I have an interest in this case")}
      width="decision"
      up={
        level === "HARD"
          ? { to: "/work", label: i18n._("Wanted from you") }
          : { to: `/cases/${caseId}`, label: i18n._("Case") }
      }
      lead={i18n._(
        "What you name here stands with your interests in your account, and counts for every case of that organisation.",
      )}
    >
      {level === "HARD" && (
        <Note kind="ok" live>
          <p>{i18n._("Kept. The case is out of your hands and your sight; a colleague goes on with it.")}</p>
          <Link className={buttonClass("default", true)} to="/work">
            {i18n._("What else is wanted from you")}
          </Link>
        </Note>
      )}
      {level === "SOFT" && (
        <Note kind="ok" live>
          <p>{i18n._("Kept. You may go on; it is shown to those who decide, and recorded with what you do.")}</p>
          <Link className={buttonClass("default", true)} to="/cases/$caseId" params={{ caseId }}>
            {i18n._("Open the case")}
          </Link>
        </Note>
      )}
      {level === undefined && (
        <Loaded query={query} lines={8}>
          {(view) => <Declaration view={view} onDone={setLevel} />}
        </Loaded>
      )}
    </Page>
  );
}

interface Props {
  readonly view: CaseView;
  readonly onDone: (level: "HARD" | "SOFT") => void;
}

function Declaration({ view, onDone }: Props) {
  const { i18n } = useLingui();
  const words = interestWords(i18n);
  const form = usePageForm(schema, { party: "", kind: "", level: "HARD" as const, note: "" });
  const queries = useQueryClient();
  const act = useAct({
    send: (body: z.output<typeof schema>, key) =>
      api("post", "/api/cases/{caseId}/interest", { params: { caseId: view.caseId }, body, key }),
    onDone({ level }) {
      onDone(level);
      // What this browser still holds of the case goes with it, and is not asked for again.
      if (level === "HARD") queries.removeQueries({ predicate: ({ queryKey }) => queryKey.includes(view.caseId) });
    },
    stale: [["interests"], ["my-tasks"]],
  });
  const parties = [
    { value: "applicant", label: view.applicant.name },
    ...(view.provider === undefined ? [] : [{ value: "provider", label: view.provider.name }]),
  ];
  return (
    <Card title={i18n._("What ties you")}>
      <Form form={form} onSend={(values) => act.mutate(values)} problem={act.error}>
        <RadioField name="party" label={i18n._("To whom")} options={parties} />
        <SelectField
          name="kind"
          label={i18n._("What it is")}
          options={kinds.map((value) => ({ value, label: words[value] }))}
          placeholder={i18n._("Choose")}
        />
        <Other />
        <div>
          <Button type="submit" kind="primary" busy={act.isPending}>
            {i18n._("Declare it")}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

/** What no kind names: in words, and how much it weighs. */
function Other() {
  const { i18n } = useLingui();
  const kind: unknown = useWatch({ name: "kind" });
  if (kind !== "other") return null;
  return (
    <>
      <TextAreaField name="note" label={i18n._("In your words")} rows={3} />
      <RadioField
        name="level"
        label={i18n._("How much it weighs")}
        options={[
          { value: "HARD", label: i18n._("Hard: I take no part in its cases") },
          { value: "SOFT", label: i18n._("Soft: I may act, and it is shown") },
        ]}
      />
    </>
  );
}
