/** Who holds which role in the network or a park, and giving and taking them. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { type Column, DataTable } from "../../component/data-table.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { EmptyState } from "../../component/empty-state.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Page } from "../../component/page.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { Tag } from "../../component/tag.tsx";
import { useNameOfRole } from "../../language/use-role-name.ts";
import { useAct } from "../../use-act.ts";
import { StepUp } from "../sign-in/step-up.tsx";
import { GrantForm } from "./grant-form.tsx";
import { type Roles, rolesQuery, scopeOf } from "./roles-query.ts";
import { useRoleRefusal } from "./use-role-refusal.ts";
import "./network.css";

type Holder = Roles["holders"][number];

export function RoutePage() {
  const { i18n } = useLingui();
  const query = useQuery(rolesQuery);
  return (
    <Page
      title={i18n._("Roles")}
      width="expert"
      lead={i18n._(
        "Who decides, checks and pays, until when, and who stands in. A role that is taken away is gone at once.",
      )}
    >
      <Loaded query={query} lines={10}>
        {(roles) =>
          roles.places.length === 0 ? (
            <EmptyState>{i18n._("Roles are given by the managers of a park and the network’s secretary.")}</EmptyState>
          ) : (
            <div className="roles">
              <GrantForm places={roles.places} />
              <Holders holders={roles.holders} />
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

function Holders({ holders }: { readonly holders: readonly Holder[] }) {
  const { i18n } = useLingui();
  const refusal = useRoleRefusal();
  const end = useAct({
    send: ({ personId, grantId }: Holder, key) =>
      api("post", "/api/roles/{personId}/{grantId}/end", { params: { personId, grantId }, body: {}, key }),
    stale: [["roles"], ["session"]],
  });
  const { mutate, variables, isPending } = end;
  const ending = isPending ? variables : undefined;
  const columns = useColumns(ending, mutate);
  return (
    <>
      {end.isError && <ProblemNote problem={refusal(end.error)} />}
      <StepUp problem={end.error} onProved={() => variables !== undefined && mutate(variables)} />
      <Card title={i18n._("Who holds them")} aside={holders.length} flush>
        <DataTable
          caption={i18n._("Who holds them")}
          columns={columns}
          rows={holders}
          rowKey={({ grantId }) => grantId}
        />
      </Card>
    </>
  );
}

function useColumns(ending: Holder | undefined, end: (holder: Holder) => void): readonly Column<Holder>[] {
  const { i18n } = useLingui();
  const nameOfRole = useNameOfRole();
  return useMemo(
    () => [
      {
        id: "name",
        head: i18n._("Name"),
        cell: ({ name, email }) => (
          <>
            {name}
            <div className="tiny muted plain">{email}</div>
          </>
        ),
      },
      { id: "role", head: i18n._("Role"), cell: (holder) => nameOfRole(holder.role, scopeOf(holder)) },
      {
        id: "as",
        head: i18n._("As"),
        cell: ({ substitute, lay }) =>
          lay ? i18n._("Patient or lay member") : substitute ? i18n._("Substitute") : i18n._("Holder"),
      },
      {
        id: "until",
        head: i18n._("Until"),
        cell: ({ until, zone, over }) => (
          <>
            {until === undefined ? i18n._("No end") : <DateTime at={until} {...(zone === undefined ? {} : { zone })} />}{" "}
            {over && <Tag state="idle">{i18n._("Over")}</Tag>}
          </>
        ),
      },
      {
        id: "end",
        head: i18n._("Take away"),
        cell: (holder) =>
          holder.mine ? (
            <span className="muted">{i18n._("Your own; a colleague takes it away.")}</span>
          ) : (
            <Button
              small
              busy={ending?.grantId === holder.grantId}
              onClick={() => end(holder)}
              aria-label={i18n._("Take away from {name}", { name: holder.name })}
            >
              {i18n._("Take away")}
            </Button>
          ),
      },
    ],
    [i18n, nameOfRole, ending, end],
  );
}
