/** A request for redress as the officer reads it: the decision asked about, the ground, the party's own words. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Card } from "../../component/card.tsx";
import { Loaded } from "../../component/loaded.tsx";
import type { CaseView } from "../case/case-query.ts";
import { redressQuery } from "../case/case-query.ts";
import { useAgainstWords } from "../case/use-against-words.ts";
import { useFormat } from "../case/use-format.ts";
import { useGroundWords } from "../case/use-ground-words.ts";
import { OfferWords, ProjectWords } from "../staff/application-words.tsx";
import { ClaimsCard } from "../staff/claims-card.tsx";
import { ProposalCard } from "../staff/proposal-card.tsx";

export function RedressRequest({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const grounds = useGroundWords();
  const about = useAgainstWords();
  const query = useQuery(redressQuery(view.caseId));
  return (
    <>
      <Loaded query={query} lines={5}>
        {({ redress }) =>
          redress === undefined ? (
            <p>{i18n._("Nobody asked for redress on this case.")}</p>
          ) : (
            <Card title={i18n._("Request for redress")} aside={format.moment(redress.at)}>
              <p>
                <strong>{grounds[redress.ground]}</strong>
                {". "}
                {about(redress)}
              </p>
              <p className="quoted">{redress.reasons}</p>
            </Card>
          )
        }
      </Loaded>
      <Recoveries view={view} />
      <Cancelled view={view} />
      <ClaimsCard view={view} />
      <ProposalCard view={view} />
      <Card title={i18n._("Project")}>
        <ProjectWords view={view} />
      </Card>
      <Card title={i18n._("Offer")}>
        <OfferWords view={view} />
      </Card>
    </>
  );
}

/** What money is asked back, and why. */
function Recoveries({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const format = useFormat();
  return view.recoveries.map(({ recovery, amount, reasons, due }) => (
    <Card
      key={recovery}
      title={i18n._("Recovery {number}: {amount}", { number: recovery, amount: format.money(amount) })}
      aside={i18n._("Due {day}", { day: format.day(due) })}
    >
      <p className="quoted">{reasons}</p>
    </Card>
  ));
}

function Cancelled({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { cancellation } = view.voucher ?? {};
  if (cancellation === undefined) return null;
  return (
    <Card title={i18n._("Reasons of the cancellation")} aside={format.moment(cancellation.at)}>
      <p className="quoted">{cancellation.reasons}</p>
    </Card>
  );
}
