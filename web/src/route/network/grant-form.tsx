/** Giving a role: to whom, which, until when, as holder or substitute. */
import { useLingui } from "@lingui/react";
import { useWatch } from "react-hook-form";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { CheckField } from "../../component/check-field.tsx";
import { DateFields } from "../../component/date-fields.tsx";
import { Form } from "../../component/form.tsx";
import { Note } from "../../component/note.tsx";
import { SelectField } from "../../component/select-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { dateSchema, noDate } from "../../form/typed-value.ts";
import { usePageForm } from "../../form/use-page-form.ts";
import { useNameOfRole } from "../../language/use-role-name.ts";
import { useAct } from "../../use-act.ts";
import { StepUp } from "../sign-in/step-up.tsx";
import { type Roles, scopeOf } from "./roles-query.ts";
import { useRoleRefusal } from "./use-role-refusal.ts";

const schema = z.object({
  email: z.string().trim().pipe(z.email(/*i18n*/ "Enter an e-mail address, like name@company.com.")),
  place: z.string().min(1, /*i18n*/ "Choose a role."),
  until: z.union([
    z.object({ day: z.literal(""), month: z.literal(""), year: z.literal("") }).transform(() => ""),
    dateSchema(/*i18n*/ "Enter the last day, like 31 1 2027, or leave it empty."),
  ]),
  substitute: z.boolean(),
  lay: z.boolean(),
});
type Values = z.output<typeof schema>;
type Place = Roles["places"][number];

/** A role and where, as the value of an option. */
const textOf = ({ role, parkId }: Place) => `${role} ${parkId ?? ""}`;

export function GrantForm({ places }: { readonly places: readonly Place[] }) {
  const { i18n } = useLingui();
  const refusal = useRoleRefusal();
  const nameOfRole = useNameOfRole();
  const form = usePageForm(schema, { email: "", place: "", until: noDate, substitute: false, lay: false });
  const place = useWatch({ control: form.control, name: "place" });
  const grant = useAct({
    send: ({ email, place, until, substitute, lay }: Values, key) => {
      const chosen = places.find((one) => textOf(one) === place);
      const [role, parkId] = [chosen?.role ?? "reviewer", chosen?.parkId];
      const where = parkId === undefined ? {} : { parkId };
      const end = until === "" ? {} : { lastDay: until };
      const as = role === "reviewer" && lay ? { lay } : {};
      return api("post", "/api/roles", { params: {}, body: { email, role, substitute, ...where, ...end, ...as }, key });
    },
    onDone: () => form.reset(),
    stale: [["roles"]],
  });
  const send = (values: Values) => grant.mutate(values);
  return (
    <>
      <Card title={i18n._("Give a role")}>
        {grant.isSuccess && (
          <Note kind="ok" live>
            <p>{i18n._("Given. It holds from the next page they open.")}</p>
          </Note>
        )}
        <Form form={form} onSend={send} problem={refusal(grant.error)}>
          <TextField
            name="email"
            label={i18n._("E-mail address")}
            hint={i18n._("They have signed in here at least once.")}
            type="email"
          />
          <SelectField
            name="place"
            label={i18n._("Role")}
            placeholder={i18n._("Choose")}
            options={places.map((place) => ({ value: textOf(place), label: nameOfRole(place.role, scopeOf(place)) }))}
          />
          <DateFields
            name="until"
            label={i18n._("Last day")}
            hint={i18n._(
              "Optional, like 31 1 2027, by the clock of the park; for a role of the whole network, until the day is over in every park. From the day after, the role gives no right and no letters.",
            )}
          />
          <CheckField
            name="substitute"
            label={i18n._("As substitute: asked only where nobody else holds the role, and when something is overdue")}
          />
          {places.some((one) => one.role === "reviewer" && textOf(one) === place) && (
            <CheckField
              name="lay"
              label={i18n._("A patient or lay member: asked only for the criteria that a call means for them")}
            />
          )}
          <div>
            <Button type="submit" kind="primary" busy={grant.isPending}>
              {i18n._("Give the role")}
            </Button>
          </div>
        </Form>
      </Card>
      <StepUp problem={grant.error} onProved={() => void form.handleSubmit(send)()} />
    </>
  );
}
