/** How every form behaves: validated on submit, never on blur; what was typed is never lost. */
import { zodResolver } from "@hookform/resolvers/zod";
import { type DefaultValues, type FieldValues, type UseFormReturn, useForm } from "react-hook-form";
import type * as z from "zod";

/**
 * @param schema what may be sent; its messages are texts of the catalogue (mark them with the comment `i18n`)
 * @param defaultValues what the fields hold at first
 */
export function usePageForm<Typed extends FieldValues, Sent extends FieldValues>(
  schema: z.ZodType<Sent, Typed>,
  defaultValues: DefaultValues<Typed>,
): UseFormReturn<Typed, unknown, Sent> {
  return useForm<Typed, unknown, Sent>({
    resolver: zodResolver(schema),
    defaultValues,
    mode: "onSubmit",
    reValidateMode: "onSubmit",
    // The error summary takes the focus instead.
    shouldFocusError: false,
  });
}
