/** What applicants see of a workflow: one strand, the paying park's, with plain words and waiting times (rule 12). */

import { useLingui } from "@lingui/react";
import type { StrandBlock, StrandState, Strands } from "@multihelix/core/view/strands.ts";
import { useId } from "react";
import { useStateWords } from "./use-state-words.ts";
import { useStrandWords } from "./use-strand-words.ts";
import type { StrandWords } from "./words.ts";

interface Step {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly state: StrandState;
}

export function OneStrand({ strands }: { readonly strands: Strands }) {
  const { i18n } = useLingui();
  const words = useStrandWords(strands.zone);
  const stateWords = useStateWords();
  const heading = useId();
  const steps = strands.blocks.map((block) => toStep(block, words));
  const park = strands.parks.find((one) => one.stake)?.id;
  return (
    <section className="card" aria-labelledby={heading}>
      <header>
        <h2 id={heading}>{i18n._("What happens next")}</h2>
      </header>
      <ol className="nx" data-park={park}>
        {steps.map((step, index) => (
          <li key={step.id} className={isTaken(steps, index) ? "one" : undefined}>
            <Station state={step.state} />
            <div>
              <span className="m">{step.label}</span>
              <span className="sr">{stateWords[step.state]}</span>
              {step.text !== "" && <p>{step.text}</p>}
            </div>
          </li>
        ))}
      </ol>
      {strands.next !== "" && <p className="next small">{strands.next}</p>}
    </section>
  );
}

/** A parallel block is one step for applicants: whose turn it is inside the parks is not told. */
export function toStep(block: StrandBlock, words: StrandWords): Step {
  if (block.kind === "trunk") {
    const day = block.state === "present" || block.at === undefined ? undefined : words.day(block.at);
    const due = block.state === "present" ? words.dueLong(block) : undefined;
    const text = [block.sublabel, day ?? due].filter((part) => part !== undefined).join(" · ");
    return { id: block.id, label: block.label, text, state: block.state };
  }
  const states = block.lanes.flatMap((lane) => lane.stations.map((station) => station.state));
  return { id: block.id, label: block.label, text: block.sublabel ?? "", state: together(states) };
}

function together(states: readonly StrandState[]): StrandState {
  if (states.every((state) => state === "to-come")) return "to-come";
  return states.some((state) => state === "present" || state === "to-come") ? "present" : "done";
}

/** The strand below a step is solid when the next one has been reached. */
function isTaken(steps: readonly Step[], index: number): boolean {
  const next = steps[index + 1];
  return next !== undefined && next.state !== "to-come";
}

function Station({ state }: { readonly state: StrandState }) {
  return (
    <svg className={`nx-${state}`} viewBox="0 0 24 24" aria-hidden="true">
      <circle className="r" cx="12" cy="12" r="8" />
      {state === "present" && <circle className="d" cx="12" cy="12" r="3.6" />}
      {state === "done" && <path className="k" d="M8.4 12.3l2.7 2.8 4.8-5.6" />}
      {state === "refused" && <path className="k" d="M8.8 8.8l6.4 6.4m0-6.4l-6.4 6.4" />}
    </svg>
  );
}
