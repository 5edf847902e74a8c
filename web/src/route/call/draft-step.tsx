/** One step of a draft as a form of its own: saved by itself, on the version it was opened with, nothing typed lost to another's change. */
import { useLingui } from "@lingui/react";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { type ApiInput, api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Form } from "../../component/form.tsx";
import { Note } from "../../component/note.tsx";
import { ApiProblem } from "../../problem.ts";
import { useAct } from "../../use-act.ts";
import { useAmendReason } from "./amend-reason.ts";
import { type CallDesk, callDeskQuery } from "./call-query.ts";
import { useCallRefusal } from "./use-call-refusal.ts";

export type DraftChange = ApiInput<"post", "/api/calls/{callId}/draft">["body"]["change"];

interface Props<Typed extends FieldValues, Sent extends FieldValues> {
  readonly desk: CallDesk;
  readonly form: UseFormReturn<Typed, unknown, Sent>;
  readonly name: DraftChange["step"];
  readonly changeOf: (values: Sent) => DraftChange;
  readonly children: ReactNode;
}

export function DraftStepForm<Typed extends FieldValues, Sent extends FieldValues>(props: Props<Typed, Sent>) {
  const { desk, form, name, changeOf, children } = props;
  const { i18n } = useLingui();
  const { callId } = desk.call;
  const queries = useQueryClient();
  const refusal = useCallRefusal();
  const reason = useAmendReason();
  // The desk is read again by itself; what is sent still says which version this form was opened on.
  const [version, setVersion] = useState(desk.version);
  const act = useAct({
    send: async ({ values, version: on }: { values: Sent; version: number }, key) => {
      try {
        const change = changeOf(values);
        if (reason === undefined) {
          const body = { version: on, change };
          return (await api("post", "/api/calls/{callId}/draft", { params: { callId }, body, key })).version;
        }
        const body = { version: on, change, reason };
        await api("post", "/api/calls/{callId}/amendments", { params: { callId }, body, key });
        return on;
      } catch (problem) {
        if (problem instanceof ApiProblem && problem.code === "call.changed") {
          setVersion(Number(problem.facts.version ?? on));
          await queries.invalidateQueries({ queryKey: callDeskQuery(callId).queryKey });
        }
        throw problem instanceof ApiProblem ? atFields(problem) : problem;
      }
    },
    onDone: (saved) => setVersion(saved),
  });
  const overtaken = act.error?.code === "call.changed";
  return (
    <Form
      name={name}
      form={form}
      onSend={(values) => act.mutate({ values, version })}
      problem={overtaken ? null : refusal(act.error)}
    >
      {overtaken && (
        <Note kind="warn" live>
          <p>
            {reason === undefined
              ? i18n._(
                  "Somebody else saved this draft meanwhile. What you typed is still here and not saved; saving it now replaces this step and leaves the others.",
                )
              : i18n._(
                  "The call was changed meanwhile. What you typed is still here and not proposed; proposed now, this step becomes as you typed it, and the others stay.",
                )}
          </p>
        </Note>
      )}
      {children}
      {act.isSuccess && (
        <Note kind="ok" live>
          <p>{i18n._("The step is saved.")}</p>
        </Note>
      )}
      <div>
        <Button type="submit" kind="primary" busy={act.isPending}>
          {reason === undefined ? i18n._("Save this step") : i18n._("Propose this change")}
        </Button>
      </div>
    </Form>
  );
}

/** The API points into what was sent, `/change/title/en`; the form calls the field `title.en`. */
function atFields(problem: ApiProblem): ApiProblem {
  const errors = problem.errors.map((one) => ({ ...one, pointer: one.pointer.replace(/^#?\/change\//, "/") }));
  return new ApiProblem(problem.status, problem.code, problem.message, { ...problem, errors });
}
