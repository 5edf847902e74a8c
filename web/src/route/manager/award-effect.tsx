/** What an award of the typed amount would take from each pot and each aid ceiling, before anything is sent. */
import { useLingui } from "@lingui/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Loaded } from "../../component/loaded.tsx";
import { Money } from "../../component/money.tsx";
import { Note } from "../../component/note.tsx";
import { ParkMark } from "../../component/park-mark.tsx";
import { useParks } from "../../network.ts";
import { useFormat } from "../case/use-format.ts";
import { thoughtEffect } from "../staff/pot.ts";
import { PotBar } from "../staff/pot-bar.tsx";
import { type Evidence, evidenceQuery } from "../staff/staff-query.ts";
import { useSettled } from "../staff/use-settled.ts";

interface Props {
  readonly caseId: string;
  /** Minor units of the call's currency. */
  readonly amount: number;
}

export function AwardEffect({ caseId, amount }: Props) {
  const { i18n } = useLingui();
  const query = useAmountEvidence(caseId, amount);
  return (
    <section className="effect" aria-label={i18n._("Effect of the award")}>
      <Loaded query={query} lines={4}>
        {(evidence) => <Effect evidence={evidence} />}
      </Loaded>
    </section>
  );
}

function Effect({ evidence }: { readonly evidence: Evidence }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const parks = useParks();
  return (
    <>
      <ul className="effects">
        {evidence.pots.map((pot) => {
          const park = parks.find(({ id }) => id === pot.parkId);
          const effect = thoughtEffect(pot);
          const { currency } = pot.ledger;
          return (
            <li key={pot.parkId}>
              <p className="row between">
                {park === undefined ? pot.parkId : <ParkMark park={park} />}
                <b>
                  <Money amount={effect.taken} currency={currency} />
                </b>
              </p>
              <PotBar effect={effect} currency={currency} />
              <p className={effect.after < 0 ? "small late" : "small muted"}>
                {effect.after < 0
                  ? i18n._("The pot holds {before}: too little.", {
                      before: format.money({ amount: effect.before, currency }),
                    })
                  : i18n._("{before} available now, {after} with it.", {
                      before: format.money({ amount: effect.before, currency }),
                      after: format.money({ amount: effect.after, currency }),
                    })}
                {pot.share?.rate !== undefined &&
                  ` ${i18n._("{percent}% at {rate} of {day}.", {
                    percent: pot.share.percent,
                    rate: pot.share.rate,
                    day: format.day(pot.share.rateDate ?? ""),
                  })}`}{" "}
                {pot.policy !== undefined &&
                  i18n._("{count, plural, one {One approver} other {# approvers}} for this amount.", {
                    count: pot.policy.approvers,
                  })}
              </p>
            </li>
          );
        })}
      </ul>
      {evidence.headrooms.map((headroom) => {
        const { currency, room = 0, asked = 0 } = headroom;
        if (currency === undefined) return null;
        return headroom.fits ? (
          <p key={headroom.basis + headroom.jurisdiction} className="small muted">
            {i18n._("Aid room under the ceiling: {room}, {left} with it.", {
              room: format.money({ amount: room, currency }),
              left: format.money({ amount: room - asked, currency }),
            })}
          </p>
        ) : (
          <Note key={headroom.basis + headroom.jurisdiction} kind="bad">
            <p>
              {i18n._("Under the aid ceiling {room} is left, less than {asked}.", {
                room: format.money({ amount: room, currency }),
                asked: format.money({ amount: asked, currency }),
              })}
            </p>
          </Note>
        );
      })}
    </>
  );
}

/** Earlier cases that the lead park's pot would not carry after this award; undefined where it would. */
export function useOutOfOrder(caseId: string, leadPark: string, amount: number | undefined) {
  const evidence = useAmountEvidence(caseId, amount).data;
  const pot = evidence?.pots.find(({ parkId }) => parkId === leadPark);
  if (amount === undefined || evidence?.queue === undefined || pot === undefined) return undefined;
  const { before, taken } = thoughtEffect(pot);
  const { earlier, asked } = evidence.queue;
  return earlier > 0 && before - asked.amount < taken ? { earlier, asked } : undefined;
}

function useAmountEvidence(caseId: string, amount: number | undefined) {
  const settled = useSettled(amount);
  return useQuery({
    ...evidenceQuery(caseId, settled),
    enabled: settled !== undefined && settled > 0,
    placeholderData: keepPreviousData,
  });
}
