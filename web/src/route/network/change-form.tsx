/** What every form of a change has in common: its reason, the second factor, the refusal and the button. */
import { useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import * as z from "zod";
import { Button } from "../../component/button.tsx";
import { Form } from "../../component/form.tsx";
import { TextField } from "../../component/text-field.tsx";
import { ApiProblem } from "../../problem.ts";
import { StepUp } from "../sign-in/step-up.tsx";
import { type Proposal, usePropose } from "./settings-query.ts";
import { useSettingsRefusal } from "./use-settings-refusal.ts";

export const reasonSchema = z
  .string()
  .trim()
  .min(1, /*i18n*/ "Say in a few words why.")
  .max(500, /*i18n*/ "Say it in 500 characters.");

interface Props<Typed extends FieldValues, Sent extends FieldValues & { reason: string }> {
  readonly name: string;
  /** Version of the settings on which the form was opened. */
  readonly base: number;
  readonly form: UseFormReturn<Typed, unknown, Sent>;
  readonly editOf: (values: Sent) => Proposal["edit"];
  readonly children: ReactNode;
}

export function ChangeForm<Typed extends FieldValues, Sent extends FieldValues & { reason: string }>({
  name,
  base,
  form,
  editOf,
  children,
}: Props<Typed, Sent>) {
  const { i18n } = useLingui();
  const refusal = useSettingsRefusal();
  const act = usePropose();
  // What is wrong in a whole file has no field here: it is listed below.
  const ofFile = act.error?.code === "network.file" ? act.error.errors : [];
  const problem = refusal(act.error);
  const shown =
    problem === null || ofFile.length === 0 ? problem : new ApiProblem(problem.status, problem.code, problem.message);
  const send = (values: Sent) => act.mutate({ edit: editOf(values), base, reason: values.reason });
  return (
    <>
      <Form name={name} form={form} onSend={send} problem={shown}>
        {children}
        <TextField name="reason" label={i18n._("Why")} hint={i18n._("The second person reads it, and it stays.")} />
        <div>
          <Button type="submit" kind="primary" busy={act.isPending}>
            {i18n._("Propose it")}
          </Button>
        </div>
      </Form>
      {ofFile.length > 0 && (
        <ul>
          {ofFile.map(({ pointer, detail }) => (
            <li key={`${pointer} ${detail}`}>
              <code>{pointer}</code>: {detail}
            </li>
          ))}
        </ul>
      )}
      <StepUp problem={act.error} onProved={() => void form.handleSubmit(send)()} />
    </>
  );
}
