/** Who belongs to an organisation and how far; owners change and remove, everybody may leave. */
import { useLingui } from "@lingui/react";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { ConfirmDialog } from "../../component/confirm-dialog.tsx";
import { type Column, DataTable } from "../../component/data-table.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { takeSession } from "../../session.ts";
import { useAct } from "../../use-act.ts";
import { levelWords } from "./level-words.ts";
import type { Level, Organisation } from "./organisation-query.ts";
import { useMemberRefusal } from "./use-member-refusal.ts";

type Member = Organisation["members"][number];
const levels: readonly Level[] = ["owner", "editor", "finance", "viewer"];

export function MembersCard({ organisation }: { readonly organisation: Organisation }) {
  const { i18n } = useLingui();
  const { organisationId, members } = organisation;
  const refusal = useMemberRefusal();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [leaving, setLeaving] = useState<Member>();
  const change = useAct({
    send: ({ personId, level }: Pick<Member, "personId" | "level">, key) =>
      api("post", "/api/my/organisations/{organisationId}/members/{personId}/level", {
        params: { organisationId, personId },
        body: { level },
        key,
      }),
    stale: [["my-organisation"], ["session"]],
  });
  const remove = useAct({
    send: ({ personId }: Member, key) =>
      api("post", "/api/my/organisations/{organisationId}/members/{personId}/removal", {
        params: { organisationId, personId },
        body: {},
        key,
      }),
    onDone: (_, { mine }) => {
      setLeaving(undefined);
      if (mine) void navigate({ to: "/account" }).then(() => takeSession(queries));
    },
    stale: [["my-organisation"]],
  });
  const problem = change.error ?? remove.error;
  const columns = useColumns(organisation.level === "owner", change.mutate, setLeaving);
  return (
    <>
      {problem !== null && <ProblemNote problem={refusal(problem)} />}
      <Card title={i18n._("Who belongs to it")} aside={members.length} flush>
        <DataTable
          caption={i18n._("Who belongs to it")}
          columns={columns}
          rows={members}
          rowKey={({ personId }) => personId}
        />
      </Card>
      <ConfirmDialog
        open={leaving !== undefined}
        title={
          leaving?.mine === true
            ? i18n._("Leave the organisation?")
            : i18n._("Remove {name}?", { name: leaving?.name ?? "" })
        }
        act={leaving?.mine === true ? i18n._("Leave") : i18n._("Remove")}
        busy={remove.isPending}
        onAct={() => leaving !== undefined && remove.mutate(leaving)}
        onClose={() => setLeaving(undefined)}
      >
        <p>{i18n._("From the next page on, nothing of the organisation is shown or can be done any more.")}</p>
      </ConfirmDialog>
    </>
  );
}

function useColumns(
  owner: boolean,
  change: (to: Pick<Member, "personId" | "level">) => void,
  remove: (member: Member) => void,
): readonly Column<Member>[] {
  const { i18n } = useLingui();
  return useMemo(() => {
    const words = levelWords(i18n);
    const act = (member: Member) =>
      member.mine
        ? i18n._("Leave the organisation")
        : i18n._("Remove {name} from the organisation", { name: member.name });
    return [
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
      {
        id: "level",
        head: i18n._("May"),
        cell: ({ personId, name, level }) =>
          owner ? (
            <select
              className="input"
              aria-label={i18n._("What {name} may do", { name })}
              value={level}
              onChange={({ target }) => change({ personId, level: target.value as Level })}
            >
              {levels.map((one) => (
                <option key={one} value={one}>
                  {words[one].name}
                </option>
              ))}
            </select>
          ) : (
            <>
              {words[level].name}
              <div className="tiny muted plain">{words[level].may}</div>
            </>
          ),
      },
      {
        id: "end",
        head: i18n._("Change"),
        cell: (member) =>
          owner || member.mine ? (
            <Button small onClick={() => remove(member)} aria-label={act(member)}>
              {member.mine ? i18n._("Leave") : i18n._("Remove")}
            </Button>
          ) : undefined,
      },
    ];
  }, [i18n, owner, change, remove]);
}
