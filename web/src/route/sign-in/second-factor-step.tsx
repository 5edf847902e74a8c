/** Third step, for people who move public money: a code from an authenticator app, set up the first time. */
import { useLingui } from "@lingui/react";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Form } from "../../component/form.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { TextField } from "../../component/text-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import type { Me, Session } from "../../session.ts";
import { useAct } from "../../use-act.ts";
import { codeSchema } from "./code-schema.ts";

export function SecondFactorStep({
  me,
  onSession,
}: {
  readonly me: Me;
  readonly onSession: (session: Session) => void;
}) {
  const { i18n } = useLingui();
  const form = usePageForm(codeSchema, { code: "" });
  const enrol = useAct({
    send: (_: undefined, key) => api("post", "/api/session/totp", { key }),
    stale: [],
  });
  const prove = useAct({
    send: (values: { code: string }, key) => api("post", "/api/session/second-factor", { body: values, key }),
    onDone: onSession,
    stale: [],
  });
  if (!me.secondFactorEnrolled && enrol.data === undefined) {
    return (
      <div className="stack">
        <p>
          {i18n._(
            "Your role decides about public money, so we ask for a second proof: a code from an authenticator app on your phone.",
          )}
        </p>
        {enrol.isError && <ProblemNote problem={enrol.error} />}
        <Button kind="primary" busy={enrol.isPending} onClick={() => enrol.mutate(undefined)}>
          {i18n._("Set up the app")}
        </Button>
      </div>
    );
  }
  return (
    <Form form={form} onSend={(values) => prove.mutate(values)} problem={prove.error}>
      {enrol.data !== undefined && (
        <div className="stack">
          <p>
            {i18n._("Add this key to your app. It is shown only now.")}{" "}
            <a href={enrol.data.uri}>{i18n._("Open it in an app on this device")}</a>
          </p>
          <p className="mono">{enrol.data.secret.replaceAll(/(.{4})(?=.)/g, "$1 ")}</p>
        </div>
      )}
      <TextField name="code" label={i18n._("Code from your app")} inputMode="numeric" autoComplete="one-time-code" />
      <div>
        <Button type="submit" kind="primary" busy={prove.isPending}>
          {i18n._("Go on")}
        </Button>
      </div>
    </Form>
  );
}
