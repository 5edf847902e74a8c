/** The size of a company, line by line as it was worked out: each enterprise, its part, the sum, the limits, the class. */
import { useLingui } from "@lingui/react";
import { amountOf, type Facts, recordsOf, textOf } from "./facts-text.ts";
import { sizeClass } from "./requirement-words.ts";
import { useFormat } from "./use-format.ts";

/** @param facts of the requirement `size` */
export function SizeArithmetic({ facts }: { readonly facts: Facts }) {
  const { i18n } = useLingui();
  const years = recordsOf(facts, "years");
  if (years.length === 0) return <p className="small muted">{i18n._("The sum appears once the figures are saved.")}</p>;
  return (
    <div className="stack">
      <p>
        {i18n._("Counts as {class}.", { class: sizeClass(i18n, textOf(facts, "class")) })}{" "}
        {facts.kept === true &&
          i18n._("The last year alone says {class}; that counts only when two years in a row say so.", {
            class: sizeClass(i18n, textOf(years[0] ?? {}, "class")),
          })}
      </p>
      {years.map((year) => (
        <Year key={textOf(year, "closed")} year={year} />
      ))}
      <Limits facts={facts} />
    </div>
  );
}

function Year({ year }: { readonly year: Facts }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const closed = format.day(textOf(year, "closed"));
  return (
    <table className="sum size-sum">
      <caption className="small muted">{i18n._("Year closed on {day}", { day: closed })}</caption>
      <thead className="sr">
        <tr>
          <th scope="col">{i18n._("Company")}</th>
          <th scope="col">{i18n._("People, turnover, balance sheet")}</th>
        </tr>
      </thead>
      <tbody>
        {recordsOf(year, "lines").map((line, index) => (
          // Lines keep their order, and two owners may have one name.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn anew as a whole
          <Line key={index} line={line} />
        ))}
        <tr className="tot">
          <th scope="row">
            {i18n._("Together")}
            <div className="tiny muted">{sizeClass(i18n, textOf(year, "class"))}</div>
          </th>
          <Figures figures={year} />
        </tr>
      </tbody>
    </table>
  );
}

function Line({ line }: { readonly line: Facts }) {
  const { i18n } = useLingui();
  const relation = useRelationWords();
  const source = useSource();
  const name = textOf(line, "name");
  return (
    <tr>
      <th scope="row">
        {name === "" ? i18n._("The company itself") : name}
        <div className="tiny muted">{relation(line)}</div>
        <div className="tiny muted">{source(line)}</div>
      </th>
      <Figures figures={line} />
    </tr>
  );
}

function Figures({ figures }: { readonly figures: Facts }) {
  const { i18n } = useLingui();
  const format = useFormat();
  return (
    <td className="n">
      {i18n._("{people} people", { people: format.number(Number(textOf(figures, "headcount"))) })}
      <div>{format.money(amountOf(figures, "turnover"))}</div>
      <div>{format.money(amountOf(figures, "balanceSheet"))}</div>
    </td>
  );
}

function useRelationWords(): (line: Facts) => string {
  const { i18n } = useLingui();
  return (line) => {
    const percent = textOf(line, "percent");
    switch (textOf(line, "relation")) {
      case "linked":
        return i18n._("linked: counts wholly");
      case "partner":
        return i18n._("partner: counts with {percent}%", { percent });
      case "public":
        return i18n._("public body: no figures, only its share counts");
      case "autonomous":
        return i18n._("does not count");
      default:
        return "";
    }
  };
}

/** What was stated and the rate that it came in at, where either says more than the counted figures. */
function useSource(): (line: Facts) => string {
  const { i18n } = useLingui();
  const format = useFormat();
  return (line) => {
    const [stated] = recordsOf({ stated: [line.stated] }, "stated");
    const [rate] = recordsOf({ rate: [line.rate] }, "rate");
    if (stated === undefined || (rate === undefined && textOf(line, "percent") === "100")) return "";
    const figures = i18n._("of {people} people, {turnover}, {balance}", {
      people: textOf(stated, "headcount"),
      turnover: format.money(amountOf(stated, "turnover")),
      balance: format.money(amountOf(stated, "balanceSheet")),
    });
    if (rate === undefined) return figures;
    const at = i18n._("at {rate} of {day}, {source}", {
      rate: format.rate(textOf(rate, "rate")),
      day: format.day(textOf(rate, "date")),
      source: textOf(rate, "source"),
    });
    return `${figures}; ${at}`;
  };
}

function Limits({ facts }: { readonly facts: Facts }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const currency = amountOf(facts, "turnover")?.currency ?? "EUR";
  const money = (limit: Facts, name: string) => format.money({ amount: Number(textOf(limit, name)), currency });
  return (
    <div className="tiny muted">
      {recordsOf(facts, "limits").map((limit) => (
        <div key={textOf(limit, "class")}>
          {i18n._(
            "{class}: fewer than {people} people, and turnover up to {turnover} or balance sheet up to {balance}",
            {
              class: sizeClass(i18n, textOf(limit, "class")),
              people: textOf(limit, "headcountBelow"),
              turnover: money(limit, "turnoverMost"),
              balance: money(limit, "balanceSheetMost"),
            },
          )}
        </div>
      ))}
      <div>{textOf(facts, "source")}</div>
    </div>
  );
}
