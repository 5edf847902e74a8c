/** Buttons and links that look like them; a missing right shows as a focusable button with its reason beside it. */
import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { useId } from "react";

export type ButtonKind = "primary" | "default" | "quiet" | "danger";

const kindClass: Record<ButtonKind, string> = { primary: " btn--p", default: "", quiet: " btn--q", danger: " btn--d" };

/** The classes of a button, for links that lead on (`<Link className={buttonClass("primary")}>`). */
export function buttonClass(kind: ButtonKind = "default", small = false): string {
  return `btn${kindClass[kind]}${small ? " btn--s" : ""}`;
}

interface Props extends Omit<ComponentPropsWithoutRef<"button">, "disabled"> {
  readonly kind?: ButtonKind;
  readonly small?: boolean;
  /** The act is under way: the label stays, further clicks do nothing. */
  readonly busy?: boolean;
  /** Why this person may not do it, as a sentence; the button stays focusable and does nothing. */
  readonly notAllowed?: string | undefined;
  readonly children: ReactNode;
}

export function Button({
  kind = "default",
  small = false,
  busy = false,
  notAllowed,
  children,
  onClick,
  ...rest
}: Props) {
  const why = useId();
  if (notAllowed !== undefined) {
    return (
      <>
        <button
          {...rest}
          type="button"
          className={buttonClass("default", small)}
          aria-disabled="true"
          aria-describedby={why}
        >
          {children}
        </button>
        <span className="why" id={why}>
          {notAllowed}
        </span>
      </>
    );
  }
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass(kind, small)}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy && <span className="busy" aria-hidden="true" />}
      {children}
    </button>
  );
}
