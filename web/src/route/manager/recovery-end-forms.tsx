/** How a recovery ends without money: cancelled by finance, or written off by two approvers. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useSession } from "../../session.ts";
import { useAct } from "../../use-act.ts";
import type { CaseView } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";
import { NoInterestField, noInterestSchema } from "../staff/no-interest.tsx";
import { useStaffRefusal } from "../staff/use-staff-refusal.ts";
import { ReasonsCard, ReasonsField, reasonsSchema, Send } from "./reasons-card.tsx";

type Recovery = CaseView["recoveries"][number];

interface Props {
  readonly caseId: string;
  readonly recovery: Recovery;
}

const schema = z.object({ reasons: reasonsSchema, noInterest: noInterestSchema });
type Values = z.output<typeof schema>;

const owedOf = ({ amount, received }: Recovery) => ({
  amount: amount.amount - received.reduce((sum, one) => sum + one.amount, 0),
  currency: amount.currency,
});
const addressed = ({ caseId, recovery }: Props) => ({ caseId, recovery: String(recovery.recovery) });

export function CancelRecovery(props: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { recovery } = props;
  return (
    <ReasonsCard
      name={`cancel-recovery-${recovery.recovery}`}
      title={i18n._("Cancel recovery {number}", { number: recovery.recovery })}
      lead={i18n._("{amount} would count as paid out again. Use it where the money should not have been asked back.", {
        amount: format.money(owedOf(recovery)),
      })}
      hint={i18n._("They stay with the case.")}
      act={i18n._("Cancel the recovery")}
      send={(body, key) =>
        api("post", "/api/cases/{caseId}/recoveries/{recovery}/cancellation", { params: addressed(props), body, key })
      }
    />
  );
}

interface WriteOffProps extends Props {
  readonly names: CaseView["names"];
}

export function WriteOff({ caseId, recovery, names }: WriteOffProps) {
  const { i18n } = useLingui();
  const format = useFormat();
  const refusal = useStaffRefusal();
  const me = useSession().me?.personId;
  const form = usePageForm(schema, { reasons: recovery.writeOff?.reasons ?? "", noInterest: false });
  const act = useAct({
    send: (body: Values, key) =>
      api("post", "/api/cases/{caseId}/recoveries/{recovery}/write-off", {
        params: addressed({ caseId, recovery }),
        body,
        key,
      }),
  });
  const [first] = recovery.writeOff?.by ?? [];
  const amount = format.money(owedOf(recovery));
  return (
    <Card title={i18n._("Write off recovery {number}", { number: recovery.recovery })}>
      <p className="small muted">
        {first === undefined
          ? i18n._("{amount} cannot be got back? A second approver must say so too before it is written off.", {
              amount,
            })
          : i18n._("{name} says that {amount} cannot be got back. Another approver writes it off.", {
              name: names[first.personId] ?? "",
              amount,
            })}
      </p>
      {first?.personId !== me && (
        <Form
          name={`write-off-${recovery.recovery}`}
          form={form}
          onSend={(values) => act.mutate(values)}
          problem={refusal(act.error)}
        >
          <ReasonsField hint={i18n._("They stay with the case.")} />
          <NoInterestField />
          <Send busy={act.isPending}>
            {first === undefined ? i18n._("Propose to write it off") : i18n._("Write it off")}
          </Send>
        </Form>
      )}
    </Card>
  );
}
