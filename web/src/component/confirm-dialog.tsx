/** Asks before something that cannot be undone and is not about money; names what will happen. */
import { useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import { useEffect, useId, useRef } from "react";
import { Button } from "./button.tsx";

interface Props {
  readonly open: boolean;
  readonly title: string;
  /** What will happen, in one or two sentences. */
  readonly children: ReactNode;
  /** The act, named: `Delete this draft`. */
  readonly act: string;
  readonly busy?: boolean;
  readonly onAct: () => void;
  readonly onClose: () => void;
}

export function ConfirmDialog({ open, title, children, act, busy = false, onAct, onClose }: Props) {
  const { i18n } = useLingui();
  const heading = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);
  return (
    <dialog className="ask" ref={dialog} aria-labelledby={heading} onClose={onClose}>
      <div className="stack">
        <h2 id={heading}>{title}</h2>
        {children}
      </div>
      <div className="row">
        <Button kind="danger" busy={busy} onClick={onAct}>
          {act}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {i18n._("Go back, change nothing")}
        </Button>
      </div>
    </dialog>
  );
}
