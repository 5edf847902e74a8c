/** The open calls of the network, filtered in the address. */
import { useLingui } from "@lingui/react";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useId } from "react";
import { type ApiResult, api } from "../../client.ts";
import { CardList } from "../../component/card-list.tsx";
import { Chip } from "../../component/chip.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { EmptyState } from "../../component/empty-state.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Money } from "../../component/money.tsx";
import { ParkMark } from "../../component/park-mark.tsx";
import { inLanguage } from "../../language/in-language.ts";
import { type NetworkPark, useParks } from "../../network.ts";
import { textFields, usePageSearch } from "../use-page-search.ts";
import { useSectorNames } from "./use-sector-names.ts";

/** What everybody may know of a call. */
export type PublicCall = ApiResult<"get", "/api/calls">["calls"][number];

export const callsQuery = queryOptions({
  queryKey: ["calls", "open"],
  queryFn: async ({ signal }) => {
    const { calls } = await api("get", "/api/calls", { signal });
    return calls.filter((call) => call.state === "open");
  },
});

const searchSchema = textFields(["q", "park", "sector", "instrument"]);
export type CallSearch = ReturnType<typeof searchSchema.parse>;

export function OpenCalls() {
  const { i18n } = useLingui();
  const [search, change] = usePageSearch(searchSchema);
  const query = useQuery(callsQuery);
  const parks = useParks();
  const sectors = useSectorNames();
  return (
    <section className="sec" id="calls">
      <h2>{i18n._("Open calls")}</h2>
      <Loaded query={query} lines={6}>
        {(calls) => {
          const paying = parks.filter((park) => calls.some((call) => pays(call, park.id)));
          const shown = calls.filter((call) => matches(call, search));
          return (
            <>
              {calls.length > 1 && (
                <div className="filters">
                  <div className="field">
                    <label htmlFor="call-search">{i18n._("Search")}</label>
                    <input
                      className="input"
                      id="call-search"
                      type="search"
                      value={search.q ?? ""}
                      onChange={(event) => change({ q: event.currentTarget.value || undefined })}
                    />
                  </div>
                  <Choice
                    label={i18n._("Instrument")}
                    value={search.instrument}
                    all={i18n._("Vouchers and joint projects")}
                    options={[
                      { id: "voucher", name: i18n._("Vouchers") },
                      { id: "joint", name: i18n._("Joint projects") },
                    ]}
                    onChange={(instrument) => change({ instrument })}
                  />
                  <Choice
                    label={i18n._("Sector")}
                    value={search.sector}
                    all={i18n._("All life sciences")}
                    options={sectors}
                    onChange={(sector) => change({ sector })}
                  />
                  <fieldset className="row park-filter">
                    <legend className="sr">{i18n._("Paying park")}</legend>
                    {paying.map((park) => (
                      <Chip
                        key={park.id}
                        on={search.park === park.id}
                        onToggle={() => change({ park: search.park === park.id ? undefined : park.id })}
                      >
                        <ParkMark park={park} />
                      </Chip>
                    ))}
                  </fieldset>
                  <span className="small muted" role="status">
                    {i18n._("{count, plural, =0 {No open call fits} one {# open call} other {# open calls}}", {
                      count: shown.length,
                    })}
                  </span>
                </div>
              )}
              {calls.length === 0 ? (
                <EmptyState>{i18n._("No call is open now.")}</EmptyState>
              ) : (
                <CardList
                  rows={shown}
                  rowKey={(call) => call.callId}
                  card={(call) => <CallCard call={call} parks={parks} />}
                />
              )}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

/** Whether a park pays in a call. */
function pays(call: PublicCall, parkId: string): boolean {
  return call.payers.some((payer) => payer.parkId === parkId);
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string | undefined;
  /** What stands there while nothing is chosen. */
  readonly all: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (id: string | undefined) => void;
}

function Choice({ label, value, all, options, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        className="input"
        id={id}
        value={value ?? ""}
        onChange={(event) => onChange(event.currentTarget.value || undefined)}
      >
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Whether a call has the words in any of its languages, the park among its payers, and takes the sector. */
export function matches(call: PublicCall, { q = "", park, sector, instrument }: CallSearch): boolean {
  if (park !== undefined && !pays(call, park)) return false;
  if (instrument !== undefined && call.instrument !== instrument) return false;
  const shut = call.excludedSectors?.includes(sector ?? "") === true;
  if (sector !== undefined && (shut || (call.sectors.length > 0 && !call.sectors.includes(sector)))) return false;
  const text = [...Object.values(call.title), ...Object.values(call.summary)].join(" ").toLocaleLowerCase();
  return q
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function CallCard({ call, parks }: { readonly call: PublicCall; readonly parks: readonly NetworkPark[] }) {
  const { i18n } = useLingui();
  const lead = parks.find((park) => park.id === call.leadPark);
  return (
    <div className="call">
      <div>
        <div className="row tiny">
          {parks
            .filter((park) => pays(call, park.id))
            .map((park) => (
              <ParkMark key={park.id} park={park} />
            ))}
          <span className="muted">{i18n._("Voucher")}</span>
        </div>
        <h3>
          <Link to="/calls/$callId" params={{ callId: call.callId }}>
            {inLanguage(call.title, i18n.locale)}
          </Link>
        </h3>
        <p className="small muted">{inLanguage(call.summary, i18n.locale)}</p>
      </div>
      <dl className="small">
        <Fact title={i18n._("You can get up to")}>
          <Money amount={call.maximumAward} currency={call.currency} whole={call.maximumAward % 100 === 0} />
        </Fact>
        <Fact
          title={call.mode === "rolling" ? i18n._("Decided as they come, until") : i18n._("Ranked after closing on")}
        >
          <DateTime at={call.closes} style="long" {...(lead === undefined ? {} : { zone: lead.zone })} />
        </Fact>
      </dl>
    </div>
  );
}

function Fact({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd className="m">{children}</dd>
    </div>
  );
}
