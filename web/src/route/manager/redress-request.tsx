/** A request for redress as the officer reads it: the decision asked about, the ground, the applicant's own words. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Card } from "../../component/card.tsx";
import { Loaded } from "../../component/loaded.tsx";
import type { CaseView } from "../case/case-query.ts";
import { redressQuery } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";
import { useGroundWords } from "../case/use-ground-words.ts";
import { OfferWords, ProjectWords } from "../staff/application-words.tsx";
import { ClaimsCard } from "../staff/claims-card.tsx";
import { ProposalCard } from "../staff/proposal-card.tsx";

export function RedressRequest({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const grounds = useGroundWords();
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
                {redress.against === "rejection"
                  ? i18n._("Asked about the rejection.")
                  : redress.against === "claim-refusal"
                    ? i18n._("Asked about the refusal of claim {number}.", { number: redress.claim })
                    : i18n._("Asked about the finding that it is not eligible.")}
              </p>
              <p className="quoted">{redress.reasons}</p>
            </Card>
          )
        }
      </Loaded>
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
