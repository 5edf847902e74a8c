/** The answer to a proposed import: confirmed by a second person on exactly what they see, declined, or taken back by who proposed it. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { type ApiInput, api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import { StepUp } from "../sign-in/step-up.tsx";
import { NoInterestField, noInterestSchema } from "../staff/no-interest.tsx";
import type { Import } from "./imports-query.ts";
import { useImportRefusal } from "./use-import-refusal.ts";

const schema = z.object({ noInterest: noInterestSchema });
type Answer = ApiInput<"post", "/api/parks/{parkId}/imports/{importId}/answer">["body"];

export function AnswerCard({ run }: { readonly run: Import }) {
  const { i18n } = useLingui();
  const refusal = useImportRefusal();
  const { parkId, importId, hash = "" } = run;
  const form = usePageForm(schema, { noInterest: false });
  const act = useAct({
    send: (body: Answer, key) =>
      api("post", "/api/parks/{parkId}/imports/{importId}/answer", { params: { parkId, importId }, body, key }),
    stale: [["imports"]],
  });
  const { mutate, variables, isPending } = act;
  const busy = (answer: Answer["answer"]) => isPending && variables?.answer === answer;
  const other = run.own ? "take-back" : "decline";
  const brings: Readonly<Record<Import["kind"], string>> = {
    vouchers: i18n._(
      "Compare the opening balances with the park's own books first. Once confirmed, each line becomes a case with its voucher, its balances and its aid.",
    ),
    aid: i18n._(
      "Compare the sums with the park's own records first. Once confirmed, each award counts against its ceiling from its own day.",
    ),
    "aid-back": i18n._(
      "Once confirmed, these awards count against no ceiling any more. They stay on record with the reason.",
    ),
  };
  return (
    <Card title={run.own ? i18n._("Take it back") : i18n._("Your answer")}>
      <div className="stack">
        {run.mayConfirm && (
          <Form
            name="confirm"
            form={form}
            onSend={({ noInterest }) => mutate({ answer: "confirm", hash, noInterest })}
            problem={variables?.answer === "confirm" ? refusal(act.error) : null}
          >
            <p>{brings[run.kind]}</p>
            <NoInterestField of="organisations" />
            <div>
              <Button type="submit" kind="primary" busy={busy("confirm")}>
                {run.kind === "aid-back" ? i18n._("Confirm and take back") : i18n._("Confirm and take over")}
              </Button>
            </div>
          </Form>
        )}
        {!run.own && !run.mayConfirm && <p>{i18n._("A finance officer of the park confirms it.")}</p>}
        {act.isError && variables?.answer !== "confirm" && <ProblemNote problem={refusal(act.error) ?? act.error} />}
        <StepUp problem={act.error} onProved={() => variables !== undefined && mutate(variables)} />
        <div>
          <Button busy={busy(other)} onClick={() => mutate({ answer: other, hash })}>
            {run.own ? i18n._("Take it back") : i18n._("Decline it")}
          </Button>
        </div>
      </div>
    </Card>
  );
}
