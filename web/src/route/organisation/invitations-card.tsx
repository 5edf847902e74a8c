/** Inviting somebody into the organisation, and the invitations that are open. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { Form } from "../../component/form.tsx";
import { Note } from "../../component/note.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { SelectField } from "../../component/select-field.tsx";
import { Tag } from "../../component/tag.tsx";
import { TextField } from "../../component/text-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import { levelWords } from "./level-words.ts";
import type { Organisation } from "./organisation-query.ts";
import { useMemberRefusal } from "./use-member-refusal.ts";

const schema = z.object({
  email: z.string().trim().pipe(z.email(/*i18n*/ "Enter an e-mail address, like name@company.com.")),
  level: z.enum(["owner", "editor", "finance", "viewer"], /*i18n*/ "Choose what they may do."),
});
type Values = z.output<typeof schema>;
type Invitation = Organisation["invitations"][number];

export function InvitationsCard({ organisation }: { readonly organisation: Organisation }) {
  const { i18n } = useLingui();
  const { organisationId, invitations } = organisation;
  const refusal = useMemberRefusal();
  const words = levelWords(i18n);
  const form = usePageForm(schema, { email: "", level: "" as Values["level"] });
  const invite = useAct({
    send: (body: Values, key) =>
      api("post", "/api/my/organisations/{organisationId}/invitations", { params: { organisationId }, body, key }),
    onDone: () => form.reset(),
    stale: [["my-organisation"]],
  });
  return (
    <Card title={i18n._("Invite somebody")}>
      <div className="stack">
        {invite.isSuccess && (
          <Note kind="ok" live>
            <p>{i18n._("Sent. The invitation can be accepted for 14 days, once, with this address alone.")}</p>
          </Note>
        )}
        <Form form={form} onSend={(values) => invite.mutate(values)} problem={refusal(invite.error)}>
          <TextField name="email" label={i18n._("E-mail address")} type="email" />
          <SelectField
            name="level"
            label={i18n._("May")}
            placeholder={i18n._("Choose")}
            options={(["editor", "finance", "viewer", "owner"] as const).map((value) => ({
              value,
              label: `${words[value].name}: ${words[value].may}`,
            }))}
          />
          <div>
            <Button type="submit" kind="primary" busy={invite.isPending}>
              {i18n._("Send the invitation")}
            </Button>
          </div>
        </Form>
        {invitations.length > 0 && <Open organisationId={organisationId} invitations={invitations} />}
      </div>
    </Card>
  );
}

function Open({
  organisationId,
  invitations,
}: {
  readonly organisationId: Organisation["organisationId"];
  readonly invitations: readonly Invitation[];
}) {
  const { i18n } = useLingui();
  const refusal = useMemberRefusal();
  const words = levelWords(i18n);
  const withdraw = useAct({
    send: ({ invitationId }: Invitation, key) =>
      api("post", "/api/my/organisations/{organisationId}/invitations/{invitationId}/withdrawal", {
        params: { organisationId, invitationId },
        body: {},
        key,
      }),
    stale: [["my-organisation"]],
  });
  return (
    <>
      <h3>{i18n._("Open invitations")}</h3>
      {withdraw.isError && <ProblemNote problem={refusal(withdraw.error)} />}
      <ul className="invited">
        {invitations.map((one) => (
          <li key={one.invitationId}>
            <div>
              <div className="m">{one.email}</div>
              <div className="tiny muted">
                {words[one.level].name} · {i18n._("until")} <DateTime at={one.validUntil} show="date" />{" "}
                {one.expired && <Tag state="idle">{i18n._("Expired")}</Tag>}
              </div>
            </div>
            <Button
              small
              busy={withdraw.isPending && withdraw.variables === one}
              onClick={() => withdraw.mutate(one)}
              aria-label={i18n._("Withdraw the invitation of {email}", { email: one.email })}
            >
              {i18n._("Withdraw")}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
