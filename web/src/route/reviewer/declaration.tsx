/** Declare first: title, parties and the public summary only; the full text opens when there is no conflict. */
import { useLingui } from "@lingui/react";
import { useState } from "react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { Icon } from "../../component/icon.tsx";
import { RadioField } from "../../component/radio-field.tsx";
import { SelectField } from "../../component/select-field.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { forget, keptValues, useKeptForm } from "../../form/kept.ts";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import type { CaseView } from "../case/case-query.ts";
import { useRefusal } from "../case/use-refusal.ts";
import { useSoftWords } from "./use-soft-words.ts";

interface Typed {
  outcome: string;
  reason: string;
  note: string;
}

interface Sent {
  readonly outcome: "accepted" | "conflicted" | "declined";
  readonly reason?: "expertise" | "load" | "time";
  readonly note?: string;
}

const note = z.string().trim().max(1000, /*i18n*/ "Say it in at most 1,000 characters.");

const schema = z.discriminatedUnion(
  "outcome",
  [
    z.object({ outcome: z.literal("accepted") }),
    z.object({ outcome: z.literal("conflicted"), note: note.min(1, /*i18n*/ "Name the tie.") }),
    z.object({
      outcome: z.literal("declined"),
      reason: z.enum(["expertise", "load", "time"], /*i18n*/ "Say why you cannot review this."),
      note,
    }),
  ],
  /*i18n*/ "Say whether you have a conflict of interest.",
) as unknown as z.ZodType<Sent, Typed>;

interface Props {
  readonly view: CaseView;
  readonly slot: CaseView["slots"][number];
  readonly onDone: (outcome: Sent["outcome"]) => void;
}

export function DeclarationForm({ view, slot, onDone }: Props) {
  const { i18n } = useLingui();
  const refusal = useRefusal();
  const { caseId } = view;
  const keptAs = `declaration:${caseId}:${slot.slot}`;
  const [first] = useState(() => keptValues<Typed>(keptAs, { outcome: "", reason: "", note: "" }));
  const form = usePageForm(schema, first);
  useKeptForm(form, keptAs);
  const outcome = form.watch("outcome");
  const declare = useAct({
    send: (body: Sent, key) =>
      api("post", "/api/cases/{caseId}/slots/{slot}/declaration", {
        params: { caseId, slot: slot.slot },
        body: { ...body },
        key,
      }),
    onDone: (_, sent) => {
      forget(keptAs);
      onDone(sent.outcome);
    },
  });
  return (
    <Card title={i18n._("First: do you know anyone here?")}>
      <div className="stack">
        <p className="muted">{i18n._("The full text opens after you answer. We keep your answer with the case.")}</p>
        <Parties view={view} />
        <Checked slot={slot} />
        <Form form={form} onSend={(values) => declare.mutate(values)} problem={refusal(declare.error)}>
          <RadioField
            name="outcome"
            label={i18n._("Your declaration")}
            options={[
              { value: "accepted", label: i18n._("I have no conflict, and I review it") },
              {
                value: "conflicted",
                label: i18n._("I have, or may have, a conflict"),
                hint: i18n._("You say which; this review then closes and we find somebody else."),
              },
              {
                value: "declined",
                label: i18n._("I cannot review this"),
                hint: i18n._("Not my field, too much work, or no time."),
              },
            ]}
          />
          {outcome === "declined" && (
            <SelectField
              name="reason"
              label={i18n._("Why not?")}
              placeholder={i18n._("Choose a reason")}
              options={[
                { value: "expertise", label: i18n._("Not my field") },
                { value: "load", label: i18n._("Too much work") },
                { value: "time", label: i18n._("No time before it is due") },
              ]}
            />
          )}
          {(outcome === "conflicted" || outcome === "declined") && (
            <TextAreaField
              name="note"
              label={
                outcome === "conflicted"
                  ? i18n._("Which tie, and with whom?")
                  : i18n._("Anything to add? (only the park reads it)")
              }
              rows={3}
              limit={1000}
            />
          )}
          <div>
            <Button type="submit" kind="primary" busy={declare.isPending}>
              {outcome === "accepted" ? i18n._("Declare and open") : i18n._("Declare")} <Icon name="arrow" />
            </Button>
          </div>
        </Form>
      </div>
    </Card>
  );
}

function Parties({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const { summary } = view.sections.project?.data ?? {};
  return (
    <>
      <dl className="kv">
        <dt>{i18n._("Company")}</dt>
        <dd>{view.applicant.name}</dd>
        <dt>{i18n._("Provider")}</dt>
        <dd>{view.provider?.name}</dd>
      </dl>
      <p className="asked">{typeof summary === "string" ? summary : ""}</p>
    </>
  );
}

function Checked({ slot }: { readonly slot: CaseView["slots"][number] }) {
  const { i18n } = useLingui();
  const soft = useSoftWords();
  return (
    <p className="small muted">
      {i18n._("We checked your profile: household, employers, shares and contracts, awards of the last 36 months.")}{" "}
      {slot.soft.length === 0 ? (
        <span className="nowrap">
          <Icon name="check" /> {i18n._("Nothing found.")}
        </span>
      ) : (
        i18n._("Found, and no obstacle by itself: {ties}.", { ties: slot.soft.map(soft).join(", ") })
      )}
    </p>
  );
}
