/** Step of a draft: what the call is, in which languages, how it is decided and when. */
import * as z from "zod";
import { typedDay } from "../../form/as-typed.ts";
import { usePageForm } from "../../form/use-page-form.ts";
import { useParks } from "../../network.ts";
import { AboutFields, aboutSchema, filled } from "./about-fields.tsx";
import type { CallDesk } from "./call-query.ts";
import { DraftStepForm } from "./draft-step.tsx";

const schema = z.object(aboutSchema);

export function AboutStep({ desk }: { readonly desk: CallDesk }) {
  const { call } = desk;
  const zone = useParks().find(({ id }) => id === call.leadPark)?.zone ?? "UTC";
  const dayOf = (at: string) =>
    typedDay(new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" }).format(Date.parse(at)));
  const { languages, title, summary, mode } = call;
  const form = usePageForm(schema, {
    languages: [...languages],
    title,
    summary,
    mode,
    opensOn: dayOf(call.opens),
    closesOn: dayOf(call.closes),
  });
  return (
    <DraftStepForm
      desk={desk}
      form={form}
      name="about"
      changeOf={({ title: titles, summary: summaries, ...about }) => ({
        step: "about",
        ...about,
        title: filled(titles, about.languages),
        summary: filled(summaries, about.languages),
      })}
    >
      <AboutFields />
    </DraftStepForm>
  );
}
