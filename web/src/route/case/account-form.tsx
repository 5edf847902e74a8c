/** The form in which a payee names another bank account. */
import { useLingui } from "@lingui/react";
import type * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import { AccountFields, accountOf, accountSchema, noAccount } from "./account-fields.tsx";
import { useRefusal } from "./use-refusal.ts";

export function AccountForm({ caseId }: { readonly caseId: string }) {
  const { i18n } = useLingui();
  const refusal = useRefusal();
  const form = usePageForm(accountSchema, noAccount);
  const act = useAct({
    send: (values: z.output<typeof accountSchema>, key) =>
      api("post", "/api/cases/{caseId}/account", { params: { caseId }, body: { account: accountOf(values) }, key }),
    onDone: () => form.reset(),
  });
  return (
    <Card title={i18n._("Name another account")}>
      <p className="small muted lead-in">
        {i18n._(
          "A finance officer of the park calls or writes to you by a way it knows before the account counts, and two working days pass.",
        )}
      </p>
      <Form form={form} onSend={(values) => act.mutate(values)} problem={refusal(act.error)}>
        <AccountFields />
        <div>
          <Button type="submit" busy={act.isPending}>
            {i18n._("Name this account")}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
