/** A form with its error summary; what the API refuses shows at the same fields in the same way. */
import type { ReactNode } from "react";
import { useEffect } from "react";
import { type FieldPath, type FieldValues, FormProvider, type UseFormReturn } from "react-hook-form";
import { listFaults, nameOfPointer } from "../form/field-errors.ts";
import { FormName } from "../form/form-name.ts";
import type { ApiProblem } from "../problem.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { ProblemNote } from "./problem-note.tsx";

interface Props<Typed extends FieldValues, Sent extends FieldValues> {
  /** Where a page has several forms: no two of one name. */
  readonly name?: string;
  readonly form: UseFormReturn<Typed, unknown, Sent>;
  readonly onSend: (values: Sent) => void;
  /** The refusal of the last attempt, from `useAct`. */
  readonly problem?: ApiProblem | null;
  readonly children: ReactNode;
}

export function Form<Typed extends FieldValues, Sent extends FieldValues>({
  form,
  onSend,
  problem,
  children,
  name = "",
}: Props<Typed, Sent>) {
  const { setError } = form;
  useEffect(() => {
    for (const fault of problem?.errors ?? []) {
      setError(nameOfPointer(fault) as FieldPath<Typed>, { type: "server", message: fault.detail });
    }
  }, [problem, setError]);
  const faults = listFaults(form.formState.errors);
  return (
    <FormProvider {...form}>
      <FormName value={name}>
        <form
          className="form"
          noValidate
          onSubmit={(event) => {
            void form.handleSubmit(onSend)(event);
          }}
        >
          <ErrorSummary faults={faults} attempt={form.formState.submitCount} />
          {problem != null && problem.errors.length === 0 && <ProblemNote problem={problem} kept="typed" />}
          {children}
        </form>
      </FormName>
    </FormProvider>
  );
}
