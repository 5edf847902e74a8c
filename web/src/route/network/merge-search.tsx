/** Two records of one organisation, found by the numbers that name them in public registers. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { SelectField } from "../../component/select-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import type { Merges, Pair } from "./merges-query.ts";
import { useMergeRefusal } from "./use-merge-refusal.ts";

const scheme = z.string().min(1, /*i18n*/ "Choose a register.");
const number = z
  .string()
  .trim()
  .min(1, /*i18n*/ "Enter the number as the register writes it.")
  .max(40, /*i18n*/ "Enter the number as the register writes it.");
const schema = z.object({ keptScheme: scheme, keptNumber: number, mergedScheme: scheme, mergedNumber: number });
type Values = z.output<typeof schema>;

interface Props {
  readonly registers: Merges["registers"];
  readonly onFound: (pair: Pair) => void;
}

export function MergeSearch({ registers, onFound }: Props) {
  const { i18n } = useLingui();
  const refusal = useMergeRefusal();
  const form = usePageForm(schema, { keptScheme: "", keptNumber: "", mergedScheme: "", mergedNumber: "" });
  const search = useAct({
    send: async ({ keptScheme, keptNumber, mergedScheme, mergedNumber }: Values) => {
      const find = (scheme: string, number: string) => api("get", "/api/merge-search", { query: { scheme, number } });
      const [kept, merged] = await Promise.all([find(keptScheme, keptNumber), find(mergedScheme, mergedNumber)]);
      return { kept: kept.organisationId, merged: merged.organisationId };
    },
    onDone: onFound,
    stale: [],
  });
  const options = registers.map(({ id, name, country }) => ({ value: id, label: `${name} (${country})` }));
  return (
    <Card title={i18n._("Two records of one organisation")}>
      <Form name="search" form={form} onSend={(values) => search.mutate(values)} problem={refusal(search.error)}>
        <SelectField
          name="keptScheme"
          label={i18n._("Register of the record to keep")}
          placeholder={i18n._("Choose")}
          options={options}
        />
        <TextField name="keptNumber" label={i18n._("Its number")} />
        <SelectField
          name="mergedScheme"
          label={i18n._("Register of the duplicate")}
          placeholder={i18n._("Choose")}
          options={options}
        />
        <TextField name="mergedNumber" label={i18n._("Number of the duplicate")} />
        <div>
          <Button type="submit" busy={search.isPending}>
            {i18n._("Show both")}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
