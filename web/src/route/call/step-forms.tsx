/** The steps of a call, which of them nobody has saved yet, and the form of the one that is open. */
import { useLingui } from "@lingui/react";
import { type ReactNode, useState } from "react";
import { Button } from "../../component/button.tsx";
import { AboutStep } from "./about-step.tsx";
import type { CallDesk } from "./call-query.ts";
import { MoneyStep } from "./money-step.tsx";
import { PapersStep } from "./papers-step.tsx";
import { ReviewStep } from "./review-step.tsx";
import { WhoStep } from "./who-step.tsx";

const forms = { about: AboutStep, money: MoneyStep, who: WhoStep, papers: PapersStep, review: ReviewStep } as const;
type Step = keyof typeof forms;
const steps = Object.keys(forms) as Step[];

interface Props {
  readonly desk: CallDesk;
  /** Beside the steps. */
  readonly children?: ReactNode;
}

export function StepForms({ desk, children }: Props) {
  const { i18n } = useLingui();
  const [open, setOpen] = useState<Step | undefined>(undefined);
  const names: Readonly<Record<Step, string>> = {
    about: i18n._("Texts, mode and days"),
    money: i18n._("Money and payers"),
    who: i18n._("Who may apply"),
    papers: i18n._("Documents, evidence and follow-up"),
    review: i18n._("Review and decision"),
  };
  const Shown = open === undefined ? undefined : forms[open];
  const missing = desk.call.unconfirmed ?? [];
  return (
    <>
      <div className="row">
        {steps.map((step) => (
          <Button key={step} aria-expanded={open === step} onClick={() => setOpen(open === step ? undefined : step)}>
            {names[step]}
            {missing.includes(step) && <span className="small muted">{i18n._("not saved yet")}</span>}
          </Button>
        ))}
        {children}
      </div>
      {Shown !== undefined && <Shown key={open} desk={desk} />}
    </>
  );
}
