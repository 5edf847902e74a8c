/** Two records side by side, with what both together amount to. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useMemo } from "react";
import { Card } from "../../component/card.tsx";
import { type Column, DataTable } from "../../component/data-table.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Money } from "../../component/money.tsx";
import { Note } from "../../component/note.tsx";
import { Tag } from "../../component/tag.tsx";
import { useBasisName } from "../case/basis-words.ts";
import { type Pair, type Preview, previewQuery } from "./merges-query.ts";
import { ProposeMerge } from "./propose-merge.tsx";
import { useMergeWords } from "./use-merge-refusal.ts";

interface Props {
  readonly pair: Pair;
  /** Waits for an answer already: nothing to propose. */
  readonly proposed: boolean;
  readonly onProposed: () => void;
}

export function MergePreview({ pair, proposed, onProposed }: Props) {
  const { i18n } = useLingui();
  const words = useMergeWords();
  const query = useQuery(previewQuery(pair));
  return (
    <Loaded query={query} lines={10}>
      {(preview) => (
        <>
          <Card title={i18n._("Both records")} flush>
            <Records preview={preview} />
          </Card>
          <Card title={i18n._("Aid under each ceiling")} flush>
            <Ceilings ceilings={preview.ceilings} />
          </Card>
          <Note>
            <p>
              {i18n._(
                "Interests declared in either count for both. Bank accounts of the duplicate are not taken over: they are named anew and confirmed by two people. Cases keep the name they had in their letters.",
              )}
            </p>
          </Note>
          {preview.against !== undefined && (
            <Note kind="bad" live>
              <p>{words(preview.against) ?? preview.against}</p>
            </Note>
          )}
          {preview.against === undefined && !proposed && <ProposeMerge preview={preview} onProposed={onProposed} />}
        </>
      )}
    </Loaded>
  );
}

interface Line {
  readonly id: string;
  readonly what: string;
  readonly of: (one: Preview["kept"]) => ReactNode;
}

function Records({ preview: { kept, merged, people } }: { readonly preview: Preview }) {
  const { i18n } = useLingui();
  const lines = useMemo((): readonly Line[] => {
    const states = {
      verified: i18n._("Verified"),
      unverified: i18n._("Not verified yet"),
      rejected: i18n._("Not what it says it is"),
    };
    return [
      { id: "name", what: i18n._("Name"), of: ({ legalName }) => legalName },
      {
        id: "number",
        what: i18n._("Number"),
        of: ({ register, registerId }) => (
          <>
            <span className="mono">{registerId}</span> <span className="small muted">{register}</span>
          </>
        ),
      },
      { id: "state", what: i18n._("Verification"), of: ({ verification }) => states[verification] },
      {
        id: "address",
        what: i18n._("Address"),
        of: ({ address: { street, number, postcode, town, country } }) =>
          `${street} ${number}, ${postcode} ${town}, ${country}`,
      },
      {
        id: "people",
        what: i18n._("People"),
        of: ({ members, owners }) =>
          i18n._("{owners, plural, one {{members}, of them one owner} other {{members}, of them # owners}}", {
            members,
            owners,
          }),
      },
      {
        id: "cases",
        what: i18n._("Cases that you may see"),
        of: ({ cases: { open, ended } }) => i18n._("{open} open, {ended} ended", { open, ended }),
      },
      {
        id: "vouchers",
        what: i18n._("Vouchers and claims"),
        of: ({ cases: { vouchers, claims } }) =>
          i18n._("{vouchers} vouchers in use, {claims} claims with a park", { vouchers, claims }),
      },
      { id: "accounts", what: i18n._("Bank accounts"), of: ({ accounts }) => accounts },
      {
        id: "provider",
        what: i18n._("Listed as provider"),
        of: ({ provider }) => (provider ? i18n._("Yes") : i18n._("No")),
      },
      {
        id: "linked",
        what: i18n._("Linked in one undertaking with"),
        of: ({ linked }) => (linked.length === 0 ? i18n._("Nobody") : linked.join(", ")),
      },
      {
        id: "earlier",
        what: i18n._("Merged into it before"),
        of: ({ mergedFrom }) =>
          mergedFrom.length === 0 ? i18n._("Nobody") : mergedFrom.map(({ legalName }) => legalName).join(", "),
      },
    ];
  }, [i18n]);
  const columns = useMemo(
    (): readonly Column<Line>[] => [
      { id: "what", head: i18n._("What"), cell: ({ what }) => what },
      { id: "kept", head: i18n._("Kept"), cell: ({ of }) => of(kept) },
      { id: "merged", head: i18n._("Duplicate"), cell: ({ of }) => of(merged) },
    ],
    [i18n, kept, merged],
  );
  return (
    <>
      <DataTable caption={i18n._("Both records")} columns={columns} rows={lines} rowKey={({ id }) => id} />
      <p className="small muted merge-people">
        {i18n._("{people, plural, one {# person belongs to it afterwards} other {# people belong to it afterwards}}", {
          people,
        })}
      </p>
    </>
  );
}

type Ceiling = Preview["ceilings"][number];

function Ceilings({ ceilings }: { readonly ceilings: readonly Ceiling[] }) {
  const { i18n } = useLingui();
  const basisOf = useBasisName();
  const columns = useMemo(
    (): readonly Column<Ceiling>[] => [
      {
        id: "basis",
        head: i18n._("Ceiling"),
        cell: ({ basis, jurisdiction, ceiling, currency }) => (
          <>
            {basisOf(basis)} ({jurisdiction}) <Money amount={ceiling} currency={currency} whole />
          </>
        ),
      },
      {
        id: "kept",
        head: i18n._("Kept"),
        number: true,
        cell: ({ kept, currency }) => <Money amount={kept} currency={currency} />,
      },
      {
        id: "merged",
        head: i18n._("Duplicate"),
        number: true,
        cell: ({ merged, currency }) => <Money amount={merged} currency={currency} />,
      },
      {
        id: "together",
        head: i18n._("Together"),
        number: true,
        cell: ({ together, currency, exceeded }) => (
          <>
            <Money amount={together} currency={currency} />{" "}
            {exceeded && <Tag state="bad">{i18n._("Over the ceiling")}</Tag>}
          </>
        ),
      },
    ],
    [i18n, basisOf],
  );
  if (ceilings.length === 0)
    return (
      <p className="small muted merge-people">{i18n._("No aid of either counts under a ceiling that you see.")}</p>
    );
  return (
    <DataTable
      caption={i18n._("Aid under each ceiling")}
      columns={columns}
      rows={ceilings}
      rowKey={({ basis, jurisdiction }) => `${basis} ${jurisdiction}`}
    />
  );
}
