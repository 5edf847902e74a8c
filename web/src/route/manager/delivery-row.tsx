/** One letter of a run and whether it arrived; one that did not is sent again. */
import { useLingui } from "@lingui/react";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { Tag } from "../../component/tag.tsx";
import { useAct } from "../../use-act.ts";
import { useFormat } from "../case/use-format.ts";
import type { ReleaseRun } from "./releases-query.ts";
import { useResendRefusal } from "./use-resend-refusal.ts";

type Delivery = Pick<
  ReleaseRun["cases"][number]["letters"][number],
  "letterId" | "subject" | "status" | "sentAt" | "openedAt" | "to"
>;

interface DeliveryProps {
  readonly letter: Delivery;
  readonly caseId: string;
  /** What shows it, asked again once it is sent again. */
  readonly stale: readonly unknown[];
  readonly mine: boolean;
}

export function DeliveryRow({ letter, caseId, stale, mine }: DeliveryProps) {
  const { i18n } = useLingui();
  const format = useFormat();
  const refusal = useResendRefusal();
  const { letterId, subject, status, openedAt, sentAt, to } = letter;
  const again = useAct({
    send: (_: undefined, key) =>
      api("post", "/api/cases/{caseId}/letters/{letterId}/resending", { params: { caseId, letterId }, body: {}, key }),
    stale: [stale, ["case", caseId]],
  });
  const failed = status === "refused" || status === "bounced";
  const words = {
    queued: i18n._("Being sent"),
    held: i18n._("Held for its recipient's daily digest"),
    sent:
      sentAt === undefined
        ? i18n._("Sent")
        : i18n._("Accepted by the mail server, {moment}", { moment: format.moment(sentAt) }),
    refused: i18n._("Refused by the mail server"),
    bounced: i18n._("Came back"),
    withheld: i18n._("Not sent: its recipient has an interest in the case"),
  }[status];
  return (
    <>
      {subject}, {to}:{" "}
      {openedAt === undefined ? words : i18n._("Opened, {moment}", { moment: format.moment(openedAt) })}{" "}
      {failed && <Tag state="bad">{i18n._("Not delivered")}</Tag>}{" "}
      {failed && mine && (
        <Button small busy={again.isPending} onClick={() => again.mutate(undefined)}>
          {i18n._("Send again")} <span className="sr">{to}</span>
        </Button>
      )}
      {again.error !== null && <ProblemNote problem={refusal(again.error)} />}
    </>
  );
}
