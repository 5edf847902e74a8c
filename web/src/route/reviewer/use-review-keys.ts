/** The keyboard of the reviewer: single keys, only where nothing is being typed, and switched off by whoever wants. */
import { useEffect, useRef, useState } from "react";

export interface ReviewKeys {
  /** `j` and `k`: one criterion down or up. */
  readonly move: (by: 1 | -1) => void;
  /** A digit. */
  readonly mark: (digit: number) => void;
  /** `n` and `o`. */
  readonly leaveOut: (answer: "not-assessable" | "out-of-scope") => void;
  /** `e`: to the reason of the present criterion. */
  readonly write: () => void;
  /** `[` and `]`: one section of the proposal up or down. */
  readonly turn: (by: 1 | -1) => void;
  /** `?` */
  readonly help: () => void;
}

const storageKey = "review-keys";

/** Whether single keys do anything; kept in this browser. Speech input and shaky hands need them off (WCAG 2.1.4). */
export function useKeysOn(): readonly [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => localStorage.getItem(storageKey) !== "off");
  return [
    on,
    (next) => {
      localStorage.setItem(storageKey, next ? "on" : "off");
      setOn(next);
    },
  ];
}

/** @param on single keys are listened to */
export function useReviewKeys(keys: ReviewKeys, on: boolean): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!on) return;
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector("dialog[open]") !== null) return;
      if (act(latest.current, event.key)) event.preventDefault();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [on]);
}

/** Whether the key means something here. */
export function act(keys: ReviewKeys, key: string): boolean {
  switch (key) {
    case "j":
      keys.move(1);
      return true;
    case "k":
      keys.move(-1);
      return true;
    case "n":
      keys.leaveOut("not-assessable");
      return true;
    case "o":
      keys.leaveOut("out-of-scope");
      return true;
    case "e":
      keys.write();
      return true;
    case "[":
      keys.turn(-1);
      return true;
    case "]":
      keys.turn(1);
      return true;
    case "?":
      keys.help();
      return true;
    default:
      if (!/^\d$/.test(key)) return false;
      keys.mark(Number(key));
      return true;
  }
}

/** Radios take no letters, so single keys work on them too. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== "radio" && target.type !== "checkbox";
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}
