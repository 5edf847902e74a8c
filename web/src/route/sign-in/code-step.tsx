/** Second step: the code from the mail, in the browser that asked for it. */
import { useLingui } from "@lingui/react";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Form } from "../../component/form.tsx";
import { TextField } from "../../component/text-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import type { Session } from "../../session.ts";
import { useAct } from "../../use-act.ts";
import { codeSchema } from "./code-schema.ts";

interface Props {
  readonly email: string;
  readonly onSession: (session: Session) => void;
  readonly onOther: () => void;
}

export function CodeStep({ email, onSession, onOther }: Props) {
  const { i18n } = useLingui();
  const form = usePageForm(codeSchema, { code: "" });
  const verify = useAct({
    send: (values: { code: string }, key) => api("post", "/api/session/verify", { body: values, key }),
    onDone: onSession,
    stale: [],
  });
  return (
    <Form form={form} onSend={(values) => verify.mutate(values)} problem={verify.error}>
      <p>
        {i18n._("If {email} is known here, a code is on its way. It works for 10 minutes, in this browser.", { email })}
      </p>
      <TextField name="code" label={i18n._("Code from the mail")} inputMode="numeric" autoComplete="one-time-code" />
      <div className="row">
        <Button type="submit" kind="primary" busy={verify.isPending}>
          {i18n._("Sign in")}
        </Button>
        <Button kind="quiet" onClick={onOther}>
          {i18n._("Use another address, or a new code")}
        </Button>
      </div>
    </Form>
  );
}
