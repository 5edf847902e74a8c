/** All keys of the review page, and the switch that turns them off. */
import { useLingui } from "@lingui/react";
import { useEffect, useId, useRef } from "react";
import { Button } from "../../component/button.tsx";

export function KeysLine({ onHelp }: { readonly onHelp: () => void }) {
  const { i18n } = useLingui();
  return (
    <p className="keys">
      <span className="m">{i18n._("Keyboard, if you like:")}</span>
      <span>
        <kbd>j</kbd> <kbd>k</kbd> {i18n._("next, previous criterion")}
      </span>
      <span>
        <kbd>0</kbd>–<kbd>5</kbd> {i18n._("mark")}
      </span>
      <span>
        <kbd>e</kbd> {i18n._("write why")}
      </span>
      <Button small kind="quiet" onClick={onHelp}>
        <kbd>?</kbd> {i18n._("all keys")}
      </Button>
    </p>
  );
}

interface Props {
  readonly open: boolean;
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
  readonly onClose: () => void;
}

export function KeysHelp({ open, on, onSwitch, onClose }: Props) {
  const { i18n } = useLingui();
  const heading = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);
  const rows: readonly [string, string][] = [
    ["j k", i18n._("next, previous criterion")],
    ["0 … 9", i18n._("mark of the present criterion")],
    ["n", i18n._("not assessable")],
    ["o", i18n._("out of scope")],
    ["e", i18n._("write why")],
    ["Esc", i18n._("leave the text, back to the keys")],
    ["[ ]", i18n._("previous, next section of the proposal")],
    ["?", i18n._("this list")],
  ];
  return (
    <dialog className="ask" ref={dialog} aria-labelledby={heading} onClose={onClose}>
      <div className="stack">
        <h2 id={heading}>{i18n._("Keys of this page")}</h2>
        <dl className="kv">
          {rows.map(([keys, words]) => (
            <div key={keys} className="pair">
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
        <label className="choice">
          <input type="checkbox" checked={on} onChange={(event) => onSwitch(event.currentTarget.checked)} />
          <span>{i18n._("Single keys are on")}</span>
        </label>
      </div>
      <div className="row">
        <Button kind="primary" onClick={onClose}>
          {i18n._("Close")}
        </Button>
      </div>
    </dialog>
  );
}
