/** What a simulation is made of, and a form to set each part by hand; the address of the page keeps it. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { MoneyField } from "../../component/money-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { typedAmount } from "../../form/as-typed.ts";
import { amountSchema, orBlank, wholeNumberSchema } from "../../form/typed-value.ts";
import { usePageForm } from "../../form/use-page-form.ts";
import { useLocales } from "../../language/use-locales.ts";
import { useParks } from "../../network.ts";
import { useFormat } from "../case/use-format.ts";
import type { PoolSimulation, SufficeSearch } from "./suffice-query.ts";

interface Props {
  readonly found: PoolSimulation;
  readonly search: SufficeSearch;
  readonly onAsk: (search: SufficeSearch) => void;
  readonly busy: boolean;
}

const howMany = /*i18n*/ "Enter a whole number from 1 to 200.";
const percentWrong = /*i18n*/ "Enter a whole number from 0 to 100.";
const percent = wholeNumberSchema(percentWrong).refine((value) => value <= 100, { error: percentWrong });

function schemaOf(currency: string, locale: string) {
  return z.object({
    applications: wholeNumberSchema(howMany).refine((value) => value >= 1 && value <= 200, { error: howMany }),
    amount: orBlank(amountSchema(currency, locale, /*i18n*/ "Enter an amount, like 10 000.00.")),
    languages: z.record(z.string(), orBlank(percent)),
    homes: z.record(z.string(), orBlank(percent)),
    providers: z.record(z.string(), orBlank(percent)),
  });
}

type Parts = PoolSimulation["mix"]["languages"];
const typed = (parts: Parts, ids: readonly string[]) =>
  Object.fromEntries(ids.map((id) => [id, String(parts.find((part) => part.id === id)?.percent ?? 0)]));
const weightsOf = (values: Readonly<Record<string, number | undefined>>) =>
  Object.entries(values)
    .flatMap(([id, value = 0]) => (value > 0 ? [`${id}:${value}`] : []))
    .join(",");

export function SufficeForm({ found, search, onAsk, busy }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const parks = useParks();
  const locale = useLocales()[0] ?? i18n.locale;
  const { call, asked, mix } = found;
  const { currency } = call;
  const spoken = found.callLanguages;
  const ids = parks.map(({ id }) => id);
  const defaults = {
    languages: typed(mix.languages, spoken),
    homes: typed(mix.homes, ids),
    providers: typed(mix.providers, ids),
  };
  const form = usePageForm(schemaOf(currency, locale), {
    applications: String(asked.applications),
    amount: mix.byHand.includes("amount") ? typedAmount({ amount: mix.amount ?? 0, currency }, locale) : "",
    ...defaults,
  });
  const ask = (values: z.output<ReturnType<typeof schemaOf>>) => {
    // What was left as it was worked out goes on being worked out.
    const set = (part: "languages" | "homes" | "providers") => {
      const wanted = weightsOf(values[part]);
      const same =
        wanted ===
        weightsOf(Object.fromEntries(Object.entries(defaults[part]).map(([id, text]) => [id, Number(text)])));
      return same && !mix.byHand.includes(part) ? undefined : wanted === "" ? undefined : wanted;
    };
    onAsk({
      applications:
        values.applications === asked.applications && asked.from !== "asked" ? undefined : values.applications,
      amount: values.amount === 0 ? undefined : values.amount,
      languages: set("languages"),
      homes: set("homes"),
      providers: set("providers"),
    });
  };
  return (
    <Card title={i18n._("What it is made of")}>
      <Form name="simulation" form={form} onSend={ask}>
        <Made found={found} />
        <TextField
          name="applications"
          label={i18n._("Applications expected")}
          hint={<Expected found={found} />}
          inputMode="numeric"
          short
        />
        <MoneyField
          name="amount"
          label={i18n._("What each asks for")}
          hint={
            mix.earlier > 0
              ? i18n._("Empty: as the earlier applications asked.")
              : i18n._("Empty: the largest award, {amount}.", {
                  amount: format.money({ amount: call.maximumAward, currency }),
                })
          }
          currency={currency}
        />
        <details open={mix.byHand.some((part) => part !== "amount")}>
          <summary>{i18n._("Languages and parks, set by hand")}</summary>
          <div className="stack by-hand">
            <Percents
              name="languages"
              legend={i18n._("Languages of the applications, in percent")}
              parts={spoken.map((id) => ({ id, name: format.language(id) }))}
            />
            <Percents name="homes" legend={i18n._("Home parks of the companies, in percent")} parts={parks} />
            <Percents name="providers" legend={i18n._("Parks of the providers, in percent")} parts={parks} />
          </div>
        </details>
        <div className="row">
          <Button type="submit" kind="primary" busy={busy}>
            {i18n._("Simulate again")}
          </Button>
          <Button onClick={() => onAsk({ seed: asked.seed + 1 })}>{i18n._("Draw others")}</Button>
          {Object.values(search).some((value) => value !== undefined) && (
            <Button kind="quiet" onClick={() => onAsk(nothingSet)}>
              {i18n._("Back to what is expected")}
            </Button>
          )}
        </div>
      </Form>
    </Card>
  );
}

const nothingSet: SufficeSearch = {
  applications: undefined,
  seed: undefined,
  amount: undefined,
  languages: undefined,
  homes: undefined,
  providers: undefined,
};

function Made({ found: { mix, asked } }: { readonly found: PoolSimulation }) {
  const { i18n } = useLingui();
  return (
    <p className="muted">
      {mix.earlier > 0
        ? i18n._(
            "Drawn from the {count} latest applications to this park: who applied, in which language and field, with which provider.",
            { count: mix.earlier },
          )
        : i18n._(
            "This park has too few earlier applications to draw from: the languages, parks and fields of the call are taken to be equally frequent.",
          )}{" "}
      {i18n._("Draw {seed}: the same figures give the same answer again.", { seed: asked.seed })}
    </p>
  );
}

function Expected({ found: { asked } }: { readonly found: PoolSimulation }) {
  const { i18n } = useLingui();
  switch (asked.from) {
    case "asked":
      return i18n._("As you set it.");
    case "last-call":
      return i18n._("As many as {code} has got.", { code: asked.code ?? "" });
    case "budget":
      return i18n._("As many as the budget of the park is good for, at the largest award.");
    case "assumed":
      return i18n._("Nothing tells how many: this is a guess.");
  }
}

interface PercentsProps {
  readonly name: "languages" | "homes" | "providers";
  readonly legend: string;
  readonly parts: readonly { readonly id: string; readonly name: string }[];
}

function Percents({ name, legend, parts }: PercentsProps) {
  return (
    <fieldset className="field percents">
      <legend className="lab">{legend}</legend>
      <div>
        {parts.map((part) => (
          <TextField key={part.id} name={`${name}.${part.id}`} label={part.name} inputMode="numeric" short />
        ))}
      </div>
    </fieldset>
  );
}
