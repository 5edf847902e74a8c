/** What may change about a voucher outside its line: extended, another value, cancelled, money asked back; each by its people. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Fragment } from "react";
import { Card } from "../../component/card.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Money } from "../../component/money.tsx";
import { Note } from "../../component/note.tsx";
import { Page } from "../../component/page.tsx";
import { useSession } from "../../session.ts";
import { CaseEyebrow } from "../case/case-eyebrow.tsx";
import { type CaseView, caseQuery, useCaseId } from "../case/case-query.ts";
import { ServiceCard } from "../case/service-card.tsx";
import { useFormat } from "../case/use-format.ts";
import { useStaffParks } from "../staff/use-staff-parks.ts";
import { OrganisationCard } from "./organisation-card.tsx";
import { CancelRecovery, WriteOff } from "./recovery-end-forms.tsx";
import { AskBack, CameIn, NothingBack } from "./recovery-forms.tsx";
import { RefusalSettled } from "./refusal-form.tsx";
import { EarlierRefused, RefusedChanges } from "./refuse-change.tsx";
import { ReverseClearing } from "./reverse-clearing.tsx";
import { ScopeDecision, ScopeProposal } from "./scope-decision.tsx";
import { SlipForm } from "./slip-form.tsx";
import { Resumption, Suspension } from "./suspension-forms.tsx";
import { extensionFor, isUnused } from "./voucher-acts.ts";
import { Cancellation, CancellationConfirmed, Extension, OtherValue, ValueApproval } from "./voucher-forms.tsx";
import "../staff/staff.css";

export function RoutePage() {
  const { i18n } = useLingui();
  const caseId = useCaseId();
  const query = useQuery(caseQuery(caseId));
  const view = query.data;
  return (
    <Page
      title={i18n._("Change or end the voucher")}
      windowTitle={i18n._("Voucher of {reference}", { reference: view?.reference ?? "" })}
      width="decision"
      up={{ to: `/cases/${caseId}`, label: view?.title || i18n._("Case") }}
      {...(view === undefined ? {} : { eyebrow: <CaseEyebrow view={view} /> })}
    >
      <Loaded query={query} lines={8}>
        {(shown) => (
          <div className="act-page">
            <Parts view={shown} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

const changeable: readonly string[] = ["issued", "in-use"];
const cancellable: readonly string[] = [...changeable, "suspended", "reported", "disputed", "claim-check", "queried"];

function Parts({ view }: { readonly view: CaseView }) {
  const { me } = useSession();
  const { i18n } = useLingui();
  const { voucher, status, leadPark } = view;
  const managed = useStaffParks(["manager"]);
  const manages = managed.some(({ id }) => id === leadPark);
  const approves = useStaffParks(["approver"]).filter(({ id }) => view.payingParks.includes(id));
  const payers = useStaffParks(["manager", "finance"]).filter(({ id }) => view.payingParks.includes(id));
  const pays = useStaffParks(["finance"]).filter(({ id }) => view.payingParks.includes(id));
  if (voucher === undefined) {
    return (
      <Note>
        <p>{i18n._("The voucher has not been issued yet.")}</p>
      </Note>
    );
  }
  // Whom a park's policy names for another value, its finance or its managers too: its task is theirs.
  const asked = view.tasks.filter(
    ({ kind, mine, status: state }) => kind === "confirm-change" && mine && state === "open",
  );
  const values = [...approves, ...payers.filter(({ id }) => !approves.some((one) => one.id === id))].filter(
    ({ id }) =>
      approves.some((one) => one.id === id) ||
      asked.some(({ slot, path }) => slot === id && path.includes("~OtherValue~")),
  );
  const leads = (parks: typeof approves) => parks.some(({ id }) => id === leadPark);
  const extending = extensionFor(voucher, { manages, finances: leads(pays), me: me?.personId });
  return (
    <>
      <Proposed view={view} />
      {managed.length > 0 &&
        [view.applicant, ...(view.provider === undefined ? [] : [view.provider])].map(({ organisationId }) => (
          <OrganisationCard key={organisationId} organisationId={organisationId} unlessVerified />
        ))}
      <ServiceCard view={view} />
      {voucher.cancellation !== undefined && cancellable.includes(status) && leads(approves) && (
        <CancellationConfirmed view={view} />
      )}
      {voucher.valueChange !== undefined &&
        changeable.includes(status) &&
        values.map(({ id, name }) => <ValueApproval key={id} view={view} parkId={id} park={name} />)}
      {manages || leads(approves) ? <ScopeDecision view={view} manages={manages} approves={leads(approves)} /> : null}
      <RefusedChanges view={view} leads={manages} approves={leads(approves)} values={values} pays={leads(pays)} />
      {status === "claim-refused" && manages && <RefusalSettled view={view} />}
      {status === "suspended" && manages && <Resumption view={view} />}
      {status === "in-use" && extending !== undefined && (
        <Extension key={extending.proposed ?? "new"} view={view} {...extending} />
      )}
      {changeable.includes(status) && manages && isUnused(voucher) && <OtherValue view={view} />}
      {manages && <ScopeProposal view={view} />}
      {status === "in-use" && manages && <Suspension view={view} />}
      {cancellable.includes(status) && manages && <Cancellation view={view} />}
      {status === "paying" && leads(pays) && <ReverseClearing view={view} />}
      {view.tasks
        .filter(({ kind, status: state }) => kind === "file-slip" && state === "open")
        .flatMap((task) =>
          pays
            .filter(({ id }) => task.slot.startsWith(`${id}.`))
            .map(({ id }) => <SlipForm key={task.path} view={view} task={task} parkId={id} />),
        )}
      {pays.map(({ id, name }) => (
        <Fragment key={id}>
          <AskBack view={view} parkId={id} park={name} />
          <NothingBack view={view} parkId={id} park={name} />
        </Fragment>
      ))}
      {view.recoveries.map((recovery) => (
        <CameIn
          key={recovery.recovery}
          caseId={view.caseId}
          recovery={recovery}
          mayBook={pays.some(({ id }) => id === recovery.parkId)}
        />
      ))}
      {view.recoveries
        .filter(({ status: state }) => state === "asked")
        .map((recovery) => (
          <Fragment key={recovery.recovery}>
            {pays.some(({ id }) => id === recovery.parkId) && (
              <CancelRecovery caseId={view.caseId} recovery={recovery} />
            )}
            {approves.some(({ id }) => id === recovery.parkId) && (
              <WriteOff caseId={view.caseId} recovery={recovery} names={view.names} />
            )}
          </Fragment>
        ))}
    </>
  );
}

/** What somebody proposed and others have not answered yet. */
function Proposed({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { voucher, names } = view;
  if (voucher === undefined) return null;
  const { cancellation, valueChange, extension } = voucher;
  const by = (person: string) => names[person] ?? "";
  return (
    <Card title={i18n._("Voucher {number}", { number: voucher.number })}>
      <dl className="kv">
        <dt>{i18n._("Value")}</dt>
        <dd>
          <Money amount={voucher.value.amount} currency={voucher.value.currency} />
        </dd>
        <dt>{i18n._("Valid until")}</dt>
        <dd>{format.date(voucher.expires)}</dd>
        {cancellation !== undefined && (
          <>
            <dt>{i18n._("Cancellation proposed")}</dt>
            <dd>{i18n._("{name}: {reasons}", { name: by(cancellation.by), reasons: cancellation.reasons })}</dd>
          </>
        )}
        {valueChange !== undefined && (
          <>
            <dt>{i18n._("Other value proposed")}</dt>
            <dd>
              {i18n._("{amount} by {name}: {reasons}", {
                amount: format.money(valueChange.value),
                name: by(valueChange.by),
                reasons: valueChange.reasons,
              })}
            </dd>
          </>
        )}
        {extension !== undefined && (
          <>
            <dt>{extension.confirmedBy === undefined ? i18n._("Extension waits for finance") : i18n._("Extended")}</dt>
            <dd>
              {i18n._("{months, plural, one {# month} other {# months}}, {name}: {reasons}", {
                months: extension.months,
                name: by(extension.by),
                reasons: extension.reasons,
              })}
            </dd>
          </>
        )}
        <EarlierRefused view={view} />
      </dl>
    </Card>
  );
}
