/** The form of a batch: which orders, on which day the bank is to pay. */
import { useLingui } from "@lingui/react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useFormContext, useWatch } from "react-hook-form";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { DateFields } from "../../component/date-fields.tsx";
import { FieldError, useFieldWiring } from "../../component/field.tsx";
import { Form } from "../../component/form.tsx";
import { Money } from "../../component/money.tsx";
import { Tag } from "../../component/tag.tsx";
import { dateSchema } from "../../form/typed-value.ts";
import { usePageForm } from "../../form/use-page-form.ts";
import { dayOfInstant, readerZone } from "../../format/date-time.ts";
import { useParks } from "../../network.ts";
import { useAct } from "../../use-act.ts";
import { useChannelReasons } from "../case/channel-words.ts";
import { NoInterestField, noInterestSchema } from "../staff/no-interest.tsx";
import { useStaffRefusal } from "../staff/use-staff-refusal.ts";
import { useChannelWords } from "./batch-words.tsx";
import type { WaitingOrder } from "./finance-query.ts";
import { nextWorkday } from "./next-workday.ts";
import { type OneWay, oneWay } from "./one-way.ts";
import { OrderProblems } from "./order-problems.tsx";

const schema = z.object({
  endToEndIds: z
    .union([z.array(z.string()), z.string(), z.literal(false)])
    .transform((chosen) => (Array.isArray(chosen) ? chosen : chosen === false || chosen === "" ? [] : [chosen]))
    .refine((chosen) => chosen.length > 0, /*i18n*/ "Tick at least one order.")
    .refine((chosen) => chosen.length <= 35, /*i18n*/ "A batch holds at most 35 orders. Make several."),
  executionDate: dateSchema(/*i18n*/ "Enter a day, like 27 11 2026."),
  noInterest: noInterestSchema,
});

interface Props {
  readonly waiting: readonly WaitingOrder[];
  readonly parkId: string;
  readonly mayAct: boolean;
}

export function PrepareForm({ waiting, parkId, mayAct }: Props) {
  const { i18n } = useLingui();
  const refusal = useStaffRefusal();
  const navigate = useNavigate();
  const zone = useParks().find(({ id }) => id === parkId)?.zone ?? readerZone();
  const [year = "", month = "", day = ""] = nextWorkday(dayOfInstant(Date.now(), zone)).split("-");
  const way = oneWay(waiting);
  const form = usePageForm(schema, {
    endToEndIds: [...(way?.endToEndIds ?? [])],
    executionDate: { day: String(Number(day)), month: String(Number(month)), year },
    noInterest: false,
  });
  const act = useAct({
    send: (body: z.output<typeof schema>, key) =>
      api("post", "/api/parks/{parkId}/batches", { params: { parkId }, body, key }),
    onDone: ({ batchId }) => {
      void navigate({ to: "/payments/$parkId/$batchId", params: { parkId, batchId } });
    },
  });
  return (
    <Form form={form} onSend={(values) => act.mutate(values)} problem={refusal(act.error)}>
      <OrderProblems problem={act.error} />
      {mayAct && way !== undefined && way.leftOut > 0 && <LeftOut way={way} />}
      <Orders waiting={waiting} mayAct={mayAct} />
      {mayAct && (
        <>
          <Sum waiting={waiting} />
          <DateFields
            name="executionDate"
            label={i18n._("The bank pays on")}
            hint={i18n._("A working day of the park, today or later.")}
          />
          <NoInterestField />
          <div>
            <Button type="submit" kind="primary" busy={act.isPending}>
              {i18n._("Prepare the batch")}
            </Button>
          </div>
        </>
      )}
    </Form>
  );
}

function LeftOut({ way: { channel, currency, leftOut: count } }: { readonly way: OneWay }) {
  const { i18n } = useLingui();
  const words = useChannelWords();
  return (
    <p>
      {i18n._(
        "Only what goes by {channel} in {currency} is ticked, for a batch holds one channel and one currency; {count, plural, one {# order is} other {# orders are}} left for another batch.",
        { channel: words(channel), currency, count },
      )}
    </p>
  );
}

function Orders({ waiting, mayAct }: Pick<Props, "waiting" | "mayAct">) {
  const { i18n } = useLingui();
  const channel = useChannelWords();
  const reasons = useChannelReasons();
  const { register } = useFormContext();
  const wiring = useFieldWiring({ name: "endToEndIds" });
  return (
    <fieldset className={wiring.error === undefined ? "field" : "field bad"} aria-describedby={wiring.describedBy}>
      <legend className="sr">{i18n._("Orders")}</legend>
      <FieldError id={wiring.id} error={wiring.error} />
      <ul className="orders">
        {waiting.map((order, index) => (
          <li key={order.endToEndId}>
            {mayAct ? (
              <label className="choice">
                <input
                  {...register("endToEndIds")}
                  id={index === 0 ? wiring.id : undefined}
                  type="checkbox"
                  value={order.endToEndId}
                />
                <span className="m">{order.payee}</span>
              </label>
            ) : (
              <span className="m">{order.payee}</span>
            )}
            <span className="small muted">
              <Link to="/cases/$caseId" params={{ caseId: order.caseId }}>
                {order.reference}
              </Link>
              , {i18n._("claim {number}", { number: order.claim })}
              {order.purpose === "tax" && ` (${i18n._("tax withheld from the provider")})`},{" "}
              <span className="mono">{order.endToEndId}</span>{" "}
              {order.status === "returned" && <Tag state="warn">{i18n._("Came back once")}</Tag>}
              <br />
              {order.channel === undefined
                ? i18n._("no channel of the park reaches an account of the payee")
                : channel(order.channel)}
              {order.notBy.length > 0 && ` (${reasons(order.notBy).join("; ")})`}
            </span>
            <b>
              <Money {...order.amount} />
            </b>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/** What is ticked, per currency: unlike currencies are never added. */
function Sum({ waiting }: Pick<Props, "waiting">) {
  const { i18n } = useLingui();
  const chosen: unknown = useWatch({ name: "endToEndIds" });
  const ticked = waiting.filter(({ endToEndId }) => Array.isArray(chosen) && chosen.includes(endToEndId));
  const sums = new Map<string, number>();
  for (const { amount } of ticked) sums.set(amount.currency, (sums.get(amount.currency) ?? 0) + amount.amount);
  return (
    <p>
      {i18n._("{count, plural, =0 {Nothing ticked} one {# order} other {# orders}}", { count: ticked.length })}
      {[...sums].map(([currency, amount]) => (
        <span key={currency}>
          {", "}
          <b>
            <Money amount={amount} currency={currency} />
          </b>
        </span>
      ))}
    </p>
  );
}
