/** The filters of the pipeline; each change is in the address at once, typing after a pause. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useId, useRef, useState } from "react";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { FilterChoice } from "../../component/filter-choice.tsx";
import { inLanguage } from "../../language/in-language.ts";
import { type NetworkPark, useParks } from "../../network.ts";
import { ParkSelect } from "../staff/park-select.tsx";
import { useSettled } from "../staff/use-settled.ts";
import { useHolderLabel } from "./holder-label.ts";
import type { CasesPage, Search } from "./pipeline-search.ts";

interface Props {
  readonly search: Search;
  readonly parks: readonly NetworkPark[];
  readonly parkId: string;
  readonly page: CasesPage | undefined;
  readonly onChange: (change: Partial<Search>) => void;
}

export function FilterBar({ search, parks, parkId, page, onChange }: Props) {
  const { i18n } = useLingui();
  const all = useParks();
  const label = useHolderLabel(page, parkId);
  const calls = useQuery({
    queryKey: ["calls"],
    queryFn: ({ signal }) => api("get", "/api/calls", { signal }),
    staleTime: 60_000,
  }).data?.calls.filter(({ payers }) => payers.some((payer) => payer.parkId === parkId));
  const ages = [
    ["first-half", i18n._("first half")],
    ["second-half", i18n._("second half")],
    ["last-days", i18n._("last 2 days")],
    ["over", i18n._("over")],
  ] as const;
  const filtered = [search.search, search.call, search.providerPark, search.holder, search.age].some(Boolean);
  return (
    <search className="card filter-bar">
      <ParkSelect parks={parks} value={parkId} onChange={(park) => onChange({ park })} />
      <SearchField value={search.search ?? ""} onChange={(text) => onChange({ search: text || undefined })} />
      <FilterChoice
        label={i18n._("Call")}
        value={search.call}
        any={i18n._("All calls")}
        onChange={(call) => onChange({ call })}
      >
        {calls?.map(({ callId, code, title }) => (
          <option key={callId} value={callId}>
            {`${code} ${inLanguage(title, i18n.locale)}`}
          </option>
        ))}
      </FilterChoice>
      <FilterChoice
        label={i18n._("Provider’s park")}
        value={search.providerPark}
        any={i18n._("Any park")}
        onChange={(providerPark) => onChange({ providerPark })}
      >
        {all.map((park) => (
          <option key={park.id} value={park.id}>
            {park.name}
          </option>
        ))}
      </FilterChoice>
      <FilterChoice
        label={i18n._("Holder")}
        value={search.holder}
        any={i18n._("Anyone")}
        onChange={(holder) => onChange({ holder })}
      >
        {page?.holders.map((holder) => (
          <option key={holder} value={holder}>
            {label(holder)}
          </option>
        ))}
      </FilterChoice>
      <FilterChoice
        label={i18n._("Age")}
        value={search.age}
        any={i18n._("Any age")}
        onChange={(age) => onChange({ age: ages.find(([id]) => id === age)?.[0] })}
      >
        {ages.map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </FilterChoice>
      {filtered && (
        <Button
          kind="quiet"
          onClick={() =>
            onChange({
              search: undefined,
              call: undefined,
              providerPark: undefined,
              holder: undefined,
              age: undefined,
            })
          }
        >
          {i18n._("Clear")}
        </Button>
      )}
    </search>
  );
}

function SearchField({ value, onChange }: { readonly value: string; readonly onChange: (text: string) => void }) {
  const { i18n } = useLingui();
  const id = useId();
  const [typed, setTyped] = useState(value);
  const settled = useSettled(typed);
  const told = useRef(value);
  // Changed from outside, by the clear button or by Back; what was told from here must not undo further typing.
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setTyped(value);
  }, [value]);
  useEffect(() => {
    if (settled !== typed || settled === told.current) return;
    told.current = settled;
    onChange(settled);
  }, [settled, typed, onChange]);
  return (
    <div className="field">
      <label htmlFor={id}>{i18n._("Search")}</label>
      <input
        id={id}
        className="input"
        type="search"
        value={typed}
        placeholder={i18n._("Reference, company, title")}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </div>
  );
}
