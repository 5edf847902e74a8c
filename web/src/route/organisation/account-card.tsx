/** The owner names the account that the organisation is paid to, or corrects it until a park has verified the organisation. */
import { useLingui } from "@lingui/react";
import type * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { Note } from "../../component/note.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import { AccountFields, accountOf, accountSchema, noAccount } from "../case/account-fields.tsx";
import type { Organisation } from "./organisation-query.ts";
import { useMemberRefusal } from "./use-member-refusal.ts";

export function AccountCard({ organisation }: { readonly organisation: Organisation }) {
  const { i18n } = useLingui();
  const { organisationId, accounts = [] } = organisation;
  const refusal = useMemberRefusal();
  const form = usePageForm(accountSchema, noAccount);
  const act = useAct({
    send: (values: z.output<typeof accountSchema>, key) =>
      api("post", "/api/my/organisations/{organisationId}/account", {
        params: { organisationId },
        body: { account: accountOf(values) },
        key,
      }),
    onDone: () => form.reset(),
    stale: [["my-organisation"]],
  });
  return (
    <Card title={accounts.length === 0 ? i18n._("Where it is paid to") : i18n._("Correct the account")}>
      <div className="stack">
        <p className="small muted">
          {i18n._(
            "You can correct it until a park has verified the organisation. After that, another account takes a second person at the park and two working days.",
          )}
        </p>
        {act.isSuccess && (
          <Note kind="ok" live>
            <p>{i18n._("Saved. A park sees it when it verifies the organisation.")}</p>
          </Note>
        )}
        <Form name="account" form={form} onSend={(values) => act.mutate(values)} problem={refusal(act.error)}>
          <AccountFields />
          <div>
            <Button type="submit" busy={act.isPending}>
              {i18n._("Save the account")}
            </Button>
          </div>
        </Form>
      </div>
    </Card>
  );
}
