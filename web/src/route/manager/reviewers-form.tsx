/** The list of candidates as a form: as many are ticked as the plan wants; who may not be named stays visible with the reason. */
import { useLingui } from "@lingui/react";
import { useFormContext } from "react-hook-form";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { FieldError, useFieldWiring } from "../../component/field.tsx";
import { Form } from "../../component/form.tsx";
import { ParkMark } from "../../component/park-mark.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useParks } from "../../network.ts";
import { useAct } from "../../use-act.ts";
import { ConflictTags } from "../staff/conflict-tags.tsx";
import { NoInterestField, noInterestSchema } from "../staff/no-interest.tsx";
import type { Candidate } from "../staff/staff-query.ts";
import { useStaffRefusal } from "../staff/use-staff-refusal.ts";

interface Props {
  readonly caseId: string;
  readonly slot: string;
  readonly count: number;
  readonly candidates: readonly Candidate[];
}

function schemaFor(count: number, wrong: string) {
  return z.object({
    reviewerIds: z
      .union([z.array(z.string()), z.string(), z.literal(false)])
      .transform((chosen) => (Array.isArray(chosen) ? chosen : chosen === false || chosen === "" ? [] : [chosen]))
      .refine((chosen) => chosen.length === count, wrong),
    waiver: z.string().trim().max(1000, /*i18n*/ "Shorten the reason to 1,000 characters."),
    noInterest: noInterestSchema,
  });
}
type Values = z.output<ReturnType<typeof schemaFor>>;

export function ReviewersForm({ caseId, slot, count, candidates }: Props) {
  const { i18n } = useLingui();
  const refusal = useStaffRefusal();
  const wrong = i18n._("{count, plural, one {Choose one reviewer.} other {Choose # reviewers.}}", { count });
  const form = usePageForm(schemaFor(count, wrong), { reviewerIds: [], waiver: "", noInterest: false });
  const act = useAct({
    send: ({ reviewerIds, waiver, noInterest }: Values, key) =>
      api("post", "/api/cases/{caseId}/slots/{slot}/reviewer", {
        params: { caseId, slot },
        body: { reviewerIds: reviewerIds as `per_${string}`[], waiver, noInterest },
        key,
      }),
  });
  return (
    <Card title={i18n._("Reviewers who may be named")} aside={wrong}>
      <Form form={form} onSend={(values) => act.mutate(values)} problem={refusal(act.error)}>
        <Candidates candidates={candidates} legend={wrong} />
        <TextAreaField
          name="waiver"
          label={i18n._("Why a bound is waived")}
          hint={i18n._(
            "Only if the choice has two of one park, nobody from outside the paying and the provider’s park, or somebody who does not read the language. Recorded.",
          )}
          rows={3}
          limit={1000}
        />
        <NoInterestField />
        <div>
          <Button type="submit" kind="primary" busy={act.isPending}>
            {i18n._("Invite")}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

function Candidates({ candidates, legend }: { readonly candidates: readonly Candidate[]; readonly legend: string }) {
  const { register } = useFormContext();
  const wiring = useFieldWiring({ name: "reviewerIds" });
  return (
    <fieldset className={wiring.error === undefined ? "field" : "field bad"} aria-describedby={wiring.describedBy}>
      <legend className="sr">{legend}</legend>
      <FieldError id={wiring.id} error={wiring.error} />
      <ul className="candidates">
        {candidates.map((candidate, index) => (
          <li key={candidate.personId}>
            <label className="choice">
              <input
                {...register("reviewerIds")}
                id={index === 0 ? wiring.id : undefined}
                type="checkbox"
                value={candidate.personId}
                disabled={!candidate.open}
              />
              <span className={candidate.open ? "m" : "muted"}>{candidate.name}</span>
            </label>
            <CandidateFacts candidate={candidate} />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function CandidateFacts({ candidate }: { readonly candidate: Candidate }) {
  const { i18n } = useLingui();
  const park = useParks().find(({ id }) => id === candidate.parkId);
  const facts = [
    candidate.outsider ? i18n._("from outside") : undefined,
    candidate.reads ? undefined : i18n._("does not read the language of the case"),
    candidate.tried ? i18n._("was asked before") : undefined,
    candidate.barred === "away" ? i18n._("out of office") : undefined,
    i18n._("{open} of {capacity} open reviews", { open: candidate.openReviews, capacity: candidate.capacity }),
    i18n._("match {match}", { match: candidate.match.toFixed(2) }),
    candidate.price === undefined
      ? undefined
      : candidate.price === 0
        ? i18n._("in the best plan")
        : i18n._("costs {price} more than the best plan", { price: candidate.price.toFixed(2) }),
    candidate.terms.length === 0 ? undefined : candidate.terms.join(", "),
  ].filter((fact) => fact !== undefined);
  return (
    <div className="small">
      <p className="muted">
        {park !== undefined && (
          <>
            <ParkMark park={park} />
            {facts.length > 0 && ", "}
          </>
        )}
        {facts.join(", ")}
      </p>
      <ConflictTags found={candidate.conflicts} />
    </div>
  );
}
