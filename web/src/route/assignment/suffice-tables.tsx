/** The figures behind the answer of a simulation: languages, fields, each reviewer's load, and conflicts by their number. */
import { useLingui } from "@lingui/react";
import { Card } from "../../component/card.tsx";
import { type Column, DataTable } from "../../component/data-table.tsx";
import { ParkMark } from "../../component/park-mark.tsx";
import { Tag } from "../../component/tag.tsx";
import { useParks } from "../../network.ts";
import { useFormat } from "../case/use-format.ts";
import { useSectorNames } from "../public/use-sector-names.ts";
import { useRuleWords } from "../staff/conflict-tags.tsx";
import { Meter } from "./load-card.tsx";
import type { PoolSimulation } from "./suffice-query.ts";
import { useSufficeWords } from "./use-suffice-words.ts";

interface Props {
  readonly found: PoolSimulation;
}

export function SufficeTables({ found }: Props) {
  return (
    <>
      <Languages found={found} />
      <Load found={found} />
      {found.fields.length > 0 && <Fields found={found} />}
      <Conflicts found={found} />
    </>
  );
}

function Languages({ found }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const words = useSufficeWords();
  const columns: readonly Column<PoolSimulation["languages"][number]>[] = [
    { id: "language", head: i18n._("Read in"), cell: ({ language }) => format.language(language) },
    {
      id: "applications",
      head: i18n._("Applications, on average"),
      number: true,
      cell: ({ applications }) => format.number(applications),
    },
    {
      id: "readers",
      head: i18n._("Reviewers who read it"),
      number: true,
      cell: ({ readers }) => format.number(readers),
    },
    {
      id: "missing",
      head: i18n._("Reviews that nobody could take"),
      number: true,
      cell: ({ missing }) => words.figure(missing),
    },
  ];
  return (
    <Card title={i18n._("Languages")} flush>
      <DataTable
        caption={i18n._("Languages")}
        columns={columns}
        rows={found.languages}
        rowKey={({ language }) => language}
      />
    </Card>
  );
}

function Load({ found }: Props) {
  const { i18n } = useLingui();
  const parks = useParks();
  const format = useFormat();
  const words = useSufficeWords();
  const columns: readonly Column<PoolSimulation["reviewers"][number]>[] = [
    { id: "name", head: i18n._("Reviewer"), cell: ({ name }) => name },
    {
      id: "park",
      head: i18n._("Park"),
      cell: ({ parkId }) => {
        const park = parks.find(({ id }) => id === parkId);
        return park === undefined ? i18n._("none") : <ParkMark park={park} />;
      },
    },
    {
      id: "reads",
      head: i18n._("Reads"),
      cell: ({ languages }) => languages.map((language) => format.language(language)).join(", "),
    },
    { id: "reviews", head: i18n._("Reviews of this call"), number: true, cell: ({ reviews }) => words.figure(reviews) },
    {
      id: "once",
      head: i18n._("At one time, worst draw"),
      cell: ({ atOnce, capacity }) => <Meter open={atOnce.most} capacity={capacity} />,
    },
    {
      id: "barred",
      head: i18n._("At the beginning"),
      cell: ({ barred, open }) =>
        barred === undefined ? (
          i18n._("{open} open now", { open: format.number(open) })
        ) : (
          <Tag state="warn" icon="alert">
            {barred === "away" ? i18n._("out of office") : i18n._("no place left")}
          </Tag>
        ),
    },
  ];
  return (
    <Card
      title={i18n._("What each would have to do")}
      aside={i18n._("open reviews count as if they stayed open")}
      flush
    >
      <DataTable
        caption={i18n._("What each would have to do")}
        columns={columns}
        rows={found.reviewers}
        rowKey={({ personId }) => personId}
      />
    </Card>
  );
}

function Fields({ found }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const words = useSufficeWords();
  const sectors = useSectorNames();
  const columns: readonly Column<PoolSimulation["fields"][number]>[] = [
    {
      id: "field",
      head: i18n._("Field"),
      cell: ({ field }) => sectors.find(({ id }) => id === field)?.name ?? field,
    },
    {
      id: "applications",
      head: i18n._("Applications, on average"),
      number: true,
      cell: ({ applications }) => format.number(applications),
    },
    {
      id: "knowing",
      head: i18n._("Reviewers who name it"),
      number: true,
      cell: ({ knowing }) => format.number(knowing),
    },
    {
      id: "without",
      head: i18n._("Applications without one of them"),
      number: true,
      cell: ({ without }) => words.figure(without),
    },
    {
      id: "people",
      head: i18n._("More who would do"),
      number: true,
      cell: ({ people }) => words.figure(people),
    },
  ];
  return (
    <Card title={i18n._("Fields")} aside={i18n._("a review goes to others where nobody knows the field")} flush>
      <DataTable caption={i18n._("Fields")} columns={columns} rows={found.fields} rowKey={({ field }) => field} />
    </Card>
  );
}

function Conflicts({ found }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const rule = useRuleWords();
  const columns: readonly Column<PoolSimulation["conflicts"][number]>[] = [
    {
      id: "rule",
      head: i18n._("Conflict"),
      cell: (one) =>
        one.level === "HARD"
          ? i18n._("Hard: {rule}", { rule: rule(one.rule) })
          : i18n._("Soft: {rule}", { rule: rule(one.rule) }),
    },
    {
      id: "reviewers",
      head: i18n._("Reviewers concerned"),
      number: true,
      cell: ({ reviewers }) => format.number(reviewers),
    },
    {
      id: "pairs",
      head: i18n._("Pairs with an application"),
      number: true,
      cell: ({ pairs }) => format.number(pairs),
    },
    {
      id: "binds",
      head: i18n._("What it does, on average"),
      cell: ({ level, binds }) =>
        level === "HARD"
          ? i18n._("keeps a reader from {count} applications that lack somebody", { count: format.number(binds) })
          : i18n._("{count} reviews are given in spite of it", { count: format.number(binds) }),
    },
  ];
  return (
    <Card
      title={i18n._("Likely conflicts")}
      aside={i18n._("their number; whom they concern stands at each case")}
      flush
    >
      {found.conflicts.length === 0 ? (
        <p className="card-line muted">{i18n._("No reviewer is tied to those who are expected to apply.")}</p>
      ) : (
        <DataTable
          caption={i18n._("Likely conflicts")}
          columns={columns}
          rows={found.conflicts}
          rowKey={({ level, rule: id }) => `${level} ${id}`}
        />
      )}
    </Card>
  );
}
