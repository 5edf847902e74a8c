/** The authenticator app as second factor: its key is shown once when it is new, then its code is asked. */
import { useLingui } from "@lingui/react";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Form } from "../../component/form.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { TextField } from "../../component/text-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import type { Session } from "../../session.ts";
import { useAct } from "../../use-act.ts";
import { codeSchema } from "./code-schema.ts";

interface Props {
  /** There is none yet: a key is made first. */
  readonly isNew: boolean;
  /** Something else on the page is what we would rather have. */
  readonly quiet?: boolean;
  readonly onStart?: () => void;
  readonly onSession: (session: Session) => void;
}

export function AppPart({ isNew, quiet = false, onStart, onSession }: Props) {
  const { i18n } = useLingui();
  const form = usePageForm(codeSchema, { code: "" });
  const enrol = useAct({
    send: (_: undefined, key) => api("post", "/api/session/totp", { key }),
    onDone: () => onStart?.(),
    stale: [],
  });
  const prove = useAct({
    send: (values: { code: string }, key) => api("post", "/api/session/second-factor", { body: values, key }),
    onDone: onSession,
    stale: [],
  });
  if (isNew && enrol.data === undefined) {
    return (
      <div className="stack">
        {enrol.isError && <ProblemNote problem={enrol.error} />}
        <div>
          <Button kind={quiet ? "default" : "primary"} busy={enrol.isPending} onClick={() => enrol.mutate(undefined)}>
            {i18n._("Set up the app")}
          </Button>
        </div>
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
        <Button type="submit" kind={quiet ? "default" : "primary"} busy={prove.isPending}>
          {i18n._("Go on")}
        </Button>
      </div>
    </Form>
  );
}
