/** A passkey as second factor: the browser asks for finger, face or PIN; a new one gets a name first. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { Button } from "../../component/button.tsx";
import { Form } from "../../component/form.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { TextField } from "../../component/text-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { type ApiProblem, reworded } from "../../problem.ts";
import type { Session } from "../../session.ts";
import { useAct } from "../../use-act.ts";
import { knowsPasskeys, makePasskey, provePasskey, signInWithPasskey } from "./passkey.ts";

interface Props {
  readonly onSession: (session: Session) => void;
}

export function PasskeyPart({ onSession }: Props) {
  const { i18n } = useLingui();
  const words = usePasskeyWords();
  const prove = useAct({ send: (_: undefined) => provePasskey(), onDone: onSession, stale: [] });
  return (
    <div className="stack">
      {prove.isError && <ProblemNote problem={words(prove.error)} />}
      <div>
        <Button kind="primary" busy={prove.isPending} onClick={() => prove.mutate(undefined)}>
          {i18n._("Use your passkey")}
        </Button>
      </div>
    </div>
  );
}

/** Beside the address: whoever has a passkey here needs no code. */
export function PasskeyEntry({ onSession }: Props) {
  const { i18n } = useLingui();
  const words = usePasskeyWords();
  const enter = useAct({ send: (_: undefined) => signInWithPasskey(), onDone: onSession, stale: [] });
  if (!knowsPasskeys()) return null;
  return (
    <div className="stack">
      {enter.isError && <ProblemNote problem={words(enter.error)} />}
      <p className="muted">{i18n._("Or, if you have set up a passkey:")}</p>
      <div>
        <Button busy={enter.isPending} onClick={() => enter.mutate(undefined)}>
          {i18n._("Sign in with a passkey")}
        </Button>
      </div>
    </div>
  );
}

const schema = z.object({
  label: z
    .string()
    .trim()
    .min(1, /*i18n*/ "Give it a name, so that you know it again.")
    .max(60, /*i18n*/ "Shorten it to 60 characters."),
});

export function NewPasskeyPart({ onSession }: Props) {
  const { i18n } = useLingui();
  const words = usePasskeyWords();
  const form = usePageForm(schema, { label: i18n._("My device") });
  const make = useAct({
    send: ({ label }: { label: string }) => makePasskey(label),
    onDone: onSession,
    stale: [["account"]],
  });
  return (
    <Form form={form} onSend={(values) => make.mutate(values)} problem={words(make.error)}>
      <TextField
        name="label"
        label={i18n._("Name of the passkey")}
        hint={i18n._("Your device asks for finger, face or PIN. The passkey stays there.")}
      />
      <div>
        <Button type="submit" kind="primary" busy={make.isPending}>
          {i18n._("Set up a passkey")}
        </Button>
      </div>
    </Form>
  );
}

/** Refusals about passkeys in the reader's language. */
function usePasskeyWords(): (problem: ApiProblem | null) => ApiProblem | null {
  const { i18n } = useLingui();
  return (problem) => {
    if (problem === null) return null;
    const sentences: Readonly<Record<string, string>> = {
      "passkey.broken-off": i18n._("No passkey was given. Try again, or use another second factor."),
      "passkey.refused": i18n._("That passkey did not prove who you are. Try again, or use another second factor."),
      "passkey.too-often": i18n._("Too many tries with a passkey. Wait an hour, or ask for a code by mail."),
      "passkey.known": i18n._("This device has a passkey for you already."),
    };
    return reworded(problem, sentences);
  };
}
