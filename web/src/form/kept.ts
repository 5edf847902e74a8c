/** The only place that keeps unsent typing in this window, so that a reload or a lost session takes nothing away. */
import { useEffect } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";

const prefix = "typed:";

/** What was kept under a name, or undefined. The window's own store: gone when the window is closed. */
export function readKept(name: string): unknown {
  const text = sessionStorage.getItem(prefix + name);
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // Only we write here; something unreadable is of no use to anybody.
    sessionStorage.removeItem(prefix + name);
    return undefined;
  }
}

export function keep(name: string, value: unknown): void {
  sessionStorage.setItem(prefix + name, JSON.stringify(value));
}

export function forget(name: string): void {
  sessionStorage.removeItem(prefix + name);
}

/** Everything that was kept under names that contain the text. */
export function forgetAbout(text: string): void {
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith(prefix) && key.includes(text)) sessionStorage.removeItem(key);
}

/** First values of a form: what was kept of an earlier visit, as far as it has the same fields, else the given ones. */
export function keptValues<Typed extends FieldValues>(name: string, values: Typed): Typed {
  const kept = readKept(name);
  if (typeof kept !== "object" || kept === null) return values;
  const same = Object.entries(kept).filter(([field]) => field in values);
  return { ...values, ...Object.fromEntries(same) };
}

/** Keeps what is typed into a form that is sent once; call `forget(name)` when it has been. */
export function useKeptForm<Typed extends FieldValues, Sent>(form: UseFormReturn<Typed, unknown, Sent>, name: string) {
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => keep(name, values),
      }),
    [form, name],
  );
}
