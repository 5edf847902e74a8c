/** A party of the case as its register says, and whether a manager found it to be so: nothing is issued before. */
import { useLingui } from "@lingui/react";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import * as z from "zod";
import { type ApiResult, api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { Icon } from "../../component/icon.tsx";
import { RadioField } from "../../component/radio-field.tsx";
import { Tag, type TagState } from "../../component/tag.tsx";
import { TextField } from "../../component/text-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import { useFormat } from "../case/use-format.ts";
import { NoInterestField, noInterestSchema } from "../staff/no-interest.tsx";

type Organisation = ApiResult<"get", "/api/organisations/{organisationId}">;

const organisationQuery = (organisationId: string) =>
  queryOptions({
    queryKey: ["organisation", organisationId],
    queryFn: ({ signal }): Promise<Organisation> =>
      api("get", "/api/organisations/{organisationId}", { params: { organisationId }, signal }),
  });

interface Props {
  readonly organisationId: string;
  /** Shown only while somebody has to look at it. */
  readonly unlessVerified?: boolean;
}

/** Nothing for who may not verify it: the requirements say how it stands. */
export function OrganisationCard({ organisationId, unlessVerified = false }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const organisation = useQuery(organisationQuery(organisationId)).data;
  if (organisation === undefined) return null;
  const { legalName, register, registerId, numberHolds, address, verification, verifiedBy } = organisation;
  const { mergedFrom, formerly } = organisation;
  if (unlessVerified && verification === "verified") return null;
  const states: Record<Organisation["verification"], readonly [TagState, string]> = {
    verified: ["ok", i18n._("Verified")],
    unverified: ["warn", i18n._("Not verified yet")],
    rejected: ["bad", i18n._("Not what it says it is")],
  };
  const [state, word] = states[verification];
  return (
    <Card title={legalName} aside={<Tag state={state}>{word}</Tag>}>
      <ul className="checks">
        <li className={numberHolds ? undefined : "late"}>
          <Icon name={numberHolds ? "check" : "cross"} />
          <div>
            {register.name}: <span className="mono">{registerId}</span>
            <span className="small">
              {numberHolds ? i18n._("The check digit holds.") : i18n._("No register can hold this number.")}
            </span>
          </div>
        </li>
        <li>
          <Icon name="arrow" />
          <div>
            {address.street} {address.number}, {address.postcode} {address.town}, {format.country(address.country)}
          </div>
        </li>
        {organisation.ownAccount !== undefined && (
          <li className="late">
            <Icon name="arrow" />
            <div>
              {i18n._("Account named by its owner: {holder}, {country}, {currency}, ending in {ending}", {
                holder: organisation.ownAccount.holder,
                country: format.country(organisation.ownAccount.country),
                currency: organisation.ownAccount.currency,
                ending: organisation.ownAccount.ending,
              })}
              <span className="small">
                {i18n._("Verifying the organisation takes it along: ask them back by a way you knew before.")}
              </span>
            </div>
          </li>
        )}
        {mergedFrom.map((one) => (
          <li key={one.registerId}>
            <Icon name="arrow" />
            <div>
              {i18n._("Merged into it: {name}", { name: one.legalName })} <span className="mono">{one.registerId}</span>
            </div>
          </li>
        ))}
        {formerly.map((one) => (
          <li key={one.until} className={verification === "verified" ? undefined : "late"}>
            <Icon name="arrow" />
            <div>
              {i18n._("Changed by its owner; before: {name}", { name: one.legalName })}{" "}
              <span className="mono">{one.registerId}</span>
              <span className="small">
                {one.changedBy}, {format.moment(one.until)}
              </span>
            </div>
          </li>
        ))}
        {verifiedBy !== undefined && (
          <li>
            <Icon name="arrow" />
            <div>
              {verifiedBy.reason}
              <span className="small">
                {verifiedBy.name}, {format.moment(verifiedBy.at)}
              </span>
            </div>
          </li>
        )}
      </ul>
      <p className="small">
        <Link to="/network/merges">{i18n._("Another record of this organisation exists: merge them")}</Link>
      </p>
      {verification !== "verified" && <Verify organisation={organisation} />}
    </Card>
  );
}

const schema = z.object({
  outcome: z.string().pipe(z.enum(["verified", "rejected"], /*i18n*/ "Choose what you found.")),
  reason: z
    .string()
    .trim()
    .min(1, /*i18n*/ "Say what you looked at, or what is wrong.")
    .max(500, /*i18n*/ "Shorten it."),
  noInterest: noInterestSchema,
});

function Verify({ organisation: { organisationId, version } }: { readonly organisation: Organisation }) {
  const { i18n } = useLingui();
  const form = usePageForm(schema, { outcome: "", reason: "", noInterest: false });
  const act = useAct({
    send: (values: z.output<typeof schema>, key) =>
      api("post", "/api/organisations/{organisationId}/verification", {
        params: { organisationId },
        body: { ...values, version },
        key,
      }),
  });
  return (
    <Form form={form} onSend={(values) => act.mutate(values)} problem={act.error}>
      <RadioField
        name="outcome"
        label={i18n._("Is it what it says it is?")}
        options={[
          { value: "verified", label: i18n._("Yes: register, name and address agree") },
          { value: "rejected", label: i18n._("No") },
        ]}
      />
      <TextField
        name="reason"
        label={i18n._("What you looked at, or what is wrong")}
        hint={i18n._("Its owners read it in a letter.")}
      />
      <NoInterestField />
      <div>
        <Button type="submit" busy={act.isPending}>
          {i18n._("Record it")}
        </Button>
      </div>
    </Form>
  );
}
