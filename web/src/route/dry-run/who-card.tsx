/** The invented company that applies, and in which language; what the requirements look at besides the answers. */
import { useLingui } from "@lingui/react";
import { wantsLay } from "@multihelix/core/review/lay-part.ts";
import { useQueryClient } from "@tanstack/react-query";
import * as z from "zod";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { CheckField } from "../../component/check-field.tsx";
import { Form } from "../../component/form.tsx";
import { SelectField } from "../../component/select-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { languages } from "../../language/language.ts";
import { useParks } from "../../network.ts";
import type { Call } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";
import { useSectorNames } from "../public/use-sector-names.ts";
import { keepRun, keptRun, type Run } from "./kept-run.ts";

const kinds = ["company", "academia", "public", "patient-organisation"] as const;
const schema = z.object({
  kind: z.enum(kinds),
  country: z.string(),
  homePark: z.string(),
  sector: z.string(),
  language: z.enum(["en", "nl", "fr", "sv", "cy"]),
  lay: z.boolean(),
});

export function WhoCard({ call, callId, run }: { readonly call: Call; readonly callId: string; readonly run: Run }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const queries = useQueryClient();
  const parks = useParks();
  const sectors = useSectorNames().map(({ id, name }) => ({ value: id, label: name }));
  const { applicant } = run;
  const form = usePageForm(schema, {
    kind: kinds.find((kind) => kind === applicant.kind) ?? "company",
    country: applicant.country,
    homePark: applicant.homePark ?? "",
    sector: applicant.sector ?? "",
    language: run.language,
    lay: run.lay,
  });
  const kindWords = {
    company: i18n._("Company"),
    academia: i18n._("University or research centre"),
    public: i18n._("Public body"),
    "patient-organisation": i18n._("Patient organisation"),
  };
  const countries = new Set([...call.eligibleCountries, ...parks.map(({ country }) => country), applicant.country]);
  const spoken = languages.filter(({ id }) => (call.languages as readonly string[]).includes(id));
  const save = async ({ kind, country, homePark, sector, language, lay }: z.infer<typeof schema>) => {
    const kept = (await keptRun(callId)).run;
    const placed = homePark === "" ? {} : { homePark };
    const works = sector === "" ? {} : { sector };
    keepRun(callId, { ...kept, language, lay, applicant: { kind, country, ...placed, ...works } });
    await queries.invalidateQueries();
  };
  return (
    <Card title={i18n._("Who applies")}>
      <Form name="who" form={form} onSend={(values) => void save(values)}>
        <SelectField
          name="kind"
          label={i18n._("Kind of organisation")}
          options={kinds.map((value) => ({ value, label: kindWords[value] }))}
        />
        <SelectField
          name="country"
          label={i18n._("Country")}
          options={[...countries].map((value) => ({ value, label: format.country(value) }))}
        />
        <SelectField
          name="homePark"
          label={i18n._("Home park")}
          options={[{ value: "", label: i18n._("None") }, ...parks.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <SelectField
          name="sector"
          label={i18n._("Sector")}
          options={[{ value: "", label: i18n._("Not stated") }, ...sectors]}
        />
        <SelectField
          name="language"
          label={i18n._("Language of the application and of the letters")}
          options={spoken.map(({ id, name }) => ({ value: id, label: name }))}
        />
        {wantsLay(call.rubric) && <CheckField name="lay" label={i18n._("Review as a patient or lay member")} />}
        <div className="row">
          <Button type="submit">{i18n._("Use this company")}</Button>
          {form.formState.isSubmitSuccessful && (
            <span className="small muted" role="status">
              {i18n._("The dry run uses it from now on.")}
            </span>
          )}
        </div>
      </Form>
    </Card>
  );
}
