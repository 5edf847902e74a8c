/** The filters of the ledger's explorer; each change is in the address at once. */
import { useLingui } from "@lingui/react";
import { useId, useState } from "react";
import { Button } from "../../component/button.tsx";
import { FilterChoice } from "../../component/filter-choice.tsx";
import type { NetworkPark } from "../../network.ts";
import { ParkSelect } from "../staff/park-select.tsx";
import { allAccounts, useAccountNames } from "./accounts.ts";
import { keyText, useCallTitle } from "./ledger-key.ts";
import { useEventNames } from "./ledger-words.ts";
import { accountsIn, type PostingsSearch, type PostingsView } from "./postings-search.ts";

interface Props {
  readonly parks: readonly NetworkPark[];
  readonly parkId: string;
  readonly search: PostingsSearch;
  readonly view: PostingsView | undefined;
  readonly onChange: (change: Partial<PostingsSearch>) => void;
}

const none = {
  account: undefined,
  against: undefined,
  key: undefined,
  fund: undefined,
  call: undefined,
  year: undefined,
  currency: undefined,
  case: undefined,
  event: undefined,
  text: undefined,
  from: undefined,
  to: undefined,
} as const;

export function PostingsFilter({ parks, parkId, search, view, onChange }: Props) {
  const { i18n } = useLingui();
  const names = useAccountNames();
  const events = useEventNames();
  const callTitle = useCallTitle();
  const accounts = accountsIn(search);
  const several = accounts.length > 1 ? search.account : undefined;
  const filtered = Object.keys(none).some((name) => search[name as keyof typeof none] !== undefined);
  return (
    <search className="card filter-bar postings-filter">
      <ParkSelect parks={parks} value={parkId} onChange={(park) => onChange({ ...none, park })} />
      <FilterChoice
        label={i18n._("Account")}
        value={search.account}
        any={i18n._("All accounts")}
        onChange={(account) => onChange({ account, against: undefined })}
      >
        {several !== undefined && (
          <option value={several}>{accounts.map((account) => names[account]).join(" + ")}</option>
        )}
        {allAccounts.map((account) => (
          <option key={account} value={account}>
            {names[account]}
          </option>
        ))}
      </FilterChoice>
      {search.against !== undefined && (
        <FilterChoice
          label={i18n._("From account")}
          value={search.against}
          any={i18n._("Any account")}
          onChange={(against) => onChange({ against: allAccounts.find((one) => one === against) })}
        >
          {allAccounts.map((account) => (
            <option key={account} value={account}>
              {names[account]}
            </option>
          ))}
        </FilterChoice>
      )}
      <FilterChoice
        label={i18n._("Ledger key")}
        value={search.key}
        any={i18n._("All keys")}
        onChange={(key) => onChange({ key, fund: undefined, call: undefined, year: undefined, currency: undefined })}
      >
        {view?.keys.map(({ ledger, fund }) => (
          <option key={keyText(ledger)} value={keyText(ledger)}>
            {`${callTitle(ledger.callId)}, ${fund}, ${ledger.budgetYear}, ${ledger.currency}`}
          </option>
        ))}
      </FilterChoice>
      <FilterChoice
        label={i18n._("Event")}
        value={search.event}
        any={i18n._("All events")}
        onChange={(event) => onChange({ event })}
      >
        {[...new Set([...(view?.events ?? []), ...(search.event === undefined ? [] : [search.event])])].map((event) => (
          <option key={event} value={event}>
            {events(event)}
          </option>
        ))}
      </FilterChoice>
      <CaseField key={search.case ?? ""} search={search} view={view} onChange={onChange} />
      <DayField label={i18n._("From day")} value={search.from} onChange={(from) => onChange({ from })} />
      <DayField label={i18n._("To day")} value={search.to} onChange={(to) => onChange({ to })} />
      {filtered && (
        <Button kind="quiet" onClick={() => onChange(none)}>
          {i18n._("Clear")}
        </Button>
      )}
    </search>
  );
}

/** By reference; an id in the address is shown as the reference it stands for. */
function CaseField({ search, view, onChange }: Pick<Props, "search" | "view" | "onChange">) {
  const { i18n } = useLingui();
  const id = useId();
  const known = search.case === undefined ? "" : (view?.references[search.case] ?? search.case);
  const [typed, setTyped] = useState<string>();
  const settle = () => {
    if (typed !== undefined && typed !== known) onChange({ case: typed.trim() || undefined });
  };
  return (
    <form
      className="field"
      onSubmit={(event) => {
        event.preventDefault();
        settle();
      }}
    >
      <label htmlFor={id}>{i18n._("Case")}</label>
      <input
        id={id}
        className="input"
        value={typed ?? known}
        placeholder={i18n._("Reference")}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={settle}
      />
    </form>
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}

/** The browser's own field: a filter is moved about, not typed like a birthday. */
export function DayField({ label, value, onChange }: DayProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        type="date"
        min="1900-01-01"
        max="2999-12-31"
        value={value ?? ""}
        onChange={(event) => onChange(event.currentTarget.value || undefined)}
      />
    </div>
  );
}
