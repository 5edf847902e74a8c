/** A whole network file: for what has no form of its own. Every problem in it is told with its place. */
import { useLingui } from "@lingui/react";
import { useState } from "react";
import { useFormContext } from "react-hook-form";
import * as z from "zod";
import { Field, useFieldWiring } from "../../component/field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { ChangeForm, reasonSchema } from "./change-form.tsx";
import type { Settings } from "./settings-query.ts";

const schema = z.object({
  file: z.string().transform((text, context): Record<string, unknown> => {
    const file = readJson(text);
    if (file !== undefined) return file;
    context.addIssue({ code: "custom", message: /*i18n*/ "Choose a network file: JSON, as the operator applies it." });
    return z.NEVER;
  }),
  reason: reasonSchema,
});

function readJson(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

export function FileForm({ settings }: { readonly settings: Settings }) {
  const form = usePageForm(schema, { file: "", reason: "" });
  return (
    <ChangeForm name="file" base={settings.number} form={form} editOf={({ file }) => ({ kind: "file", file })}>
      <FilePart />
    </ChangeForm>
  );
}

function FilePart() {
  const { i18n } = useLingui();
  const { setValue } = useFormContext();
  const [chosen, setChosen] = useState<string>();
  const field = {
    name: "file",
    label: i18n._("Network file"),
    hint: i18n._("The whole file as it shall be. What differs is shown before anybody puts it in force."),
  };
  const wiring = useFieldWiring(field);
  const take = async (file: File | undefined) => {
    setChosen(file?.name);
    setValue("file", file === undefined ? "" : await file.text());
  };
  return (
    <Field {...field} wiring={wiring}>
      <input
        id={wiring.id}
        type="file"
        accept="application/json,.json"
        aria-invalid={wiring.error !== undefined || undefined}
        aria-describedby={wiring.describedBy}
        onChange={(event) => void take(event.target.files?.[0])}
      />
      {chosen !== undefined && <span className="small muted">{chosen}</span>}
    </Field>
  );
}
