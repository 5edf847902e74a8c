/** The payments of a claim, one line per paying park: amount, how far it is, the bank's own reference. */
import { useLingui } from "@lingui/react";
import { ParkMark } from "../../component/park-mark.tsx";
import { Tag, type TagState } from "../../component/tag.tsx";
import { useParks } from "../../network.ts";
import type { CaseView } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";

type Order = CaseView["orders"][number];

interface Props {
  readonly claim: CaseView["claims"][number];
  readonly view: CaseView;
}

export function PaymentLines({ claim, view }: Props) {
  const { i18n } = useLingui();
  const parks = useParks();
  const format = useFormat();
  const words: Record<Order["status"], string> = {
    waiting: i18n._("Waits for a batch"),
    batched: i18n._("In a batch"),
    sent: i18n._("Sent to the bank"),
    booked: i18n._("Booked"),
    returned: i18n._("Came back, waits again"),
  };
  const states: Record<Order["status"], TagState> = {
    waiting: "idle",
    batched: "now",
    sent: "now",
    booked: "ok",
    returned: "bad",
  };
  const orders = view.orders.filter((order) => order.claim === claim.claim);
  if (orders.length === 0) return null;
  return (
    <ul className="park-answers">
      {orders.map((order) => {
        const park = parks.find(({ id }) => id === order.parkId);
        return (
          <li key={order.endToEndId}>
            {park === undefined ? order.parkId : <ParkMark park={park} />}
            <Tag state={states[order.status]}>{words[order.status]}</Tag>
            <span className="small muted">
              <b>{format.money(order.amount)}</b>
              {order.purpose === "tax" && ` ${i18n._("withheld tax")}`},{" "}
              <span className="mono">{order.endToEndId}</span>
              {order.bookedOn !== undefined &&
                `, ${i18n._("booked on {day}, bank reference {reference}", {
                  day: format.day(order.bookedOn),
                  reference: order.bankReference ?? "",
                })}`}
              {order.returnedOn !== undefined &&
                order.status === "returned" &&
                `, ${i18n._("returned on {day}", { day: format.day(order.returnedOn) })}`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
