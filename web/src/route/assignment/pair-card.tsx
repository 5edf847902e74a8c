/** One cell of the matrix: why this reviewer has this case or not, and the change by hand with its price. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { TextField } from "../../component/text-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import { type Pair, pairQuery, type RunView } from "./assignment-query.ts";
import { ExplanationText } from "./explanation.tsx";
import { usePlanWords } from "./use-plan-words.ts";
import { useRunRefusal } from "./use-run-refusal.ts";

interface Props {
  readonly run: RunView;
  readonly pair: Pair;
  readonly name: (personId: string) => string;
  readonly reference: (caseId: string) => string;
  readonly onClose: () => void;
}

const schema = z.object({
  reason: z
    .string()
    .trim()
    .min(1, /*i18n*/ "Say why; it is recorded.")
    .max(1000, /*i18n*/ "Shorten the reason to 1,000 characters."),
});

export function PairCard({ run, pair, name, reference, onClose }: Props) {
  const { i18n } = useLingui();
  const query = useQuery({ ...pairQuery(run.callId, run.runId, run.round, pair), enabled: run.state !== "impossible" });
  const fixed = run.fixed.find((move) => move.caseId === pair.caseId && move.personId === pair.personId);
  const open = run.mine && (run.state === "ready" || run.state === "impossible");
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => here.current?.scrollIntoView({ block: "nearest" }), []);
  return (
    <div ref={here} aria-live="polite">
      <Card
        title={i18n._("{name} and {reference}", { name: name(pair.personId), reference: reference(pair.caseId) })}
        aside={
          <Button kind="quiet" small onClick={onClose}>
            {i18n._("Close")}
          </Button>
        }
      >
        {run.state !== "impossible" && (
          <Loaded query={query} lines={5}>
            {(found) => (
              <>
                <ExplanationText found={found} name={name} reference={reference} />
                {open && fixed === undefined && (found.verdict === "assigned" || found.verdict === "not-assigned") && (
                  <MoveForm
                    run={run}
                    pair={pair}
                    take={found.verdict === "not-assigned"}
                    change={found.change}
                    onDone={onClose}
                  />
                )}
              </>
            )}
          </Loaded>
        )}
        {fixed !== undefined && (
          <p className="small muted">{i18n._("Fixed by hand: {reason}", { reason: fixed.reason })}</p>
        )}
      </Card>
    </div>
  );
}

interface MoveProps {
  readonly run: RunView;
  readonly pair: Pair;
  readonly take: boolean;
  readonly change: number | undefined;
  readonly onDone: () => void;
}

function MoveForm({ run, pair, take, change, onDone }: MoveProps) {
  const { i18n } = useLingui();
  const words = usePlanWords();
  const refusal = useRunRefusal();
  const form = usePageForm(schema, { reason: "" });
  const act = useAct({
    send: ({ reason }: z.output<typeof schema>, key) =>
      api("post", "/api/calls/{callId}/assignment-runs/{runId}/revision", {
        params: { callId: run.callId, runId: run.runId },
        body: {
          moves: [
            ...run.fixed.map(({ caseId, personId, change: kind, reason: why }) => ({
              caseId,
              personId,
              change: kind,
              reason: why,
            })),
            {
              caseId: pair.caseId as `app_${string}`,
              personId: pair.personId as `per_${string}`,
              change: take ? "take" : "leave",
              reason,
            },
          ],
          waived: run.setAside.map(({ caseId, rule, reason: why }) => ({ caseId, rule, reason: why })),
        },
        key,
      }),
    // The answer of now is out of date from here on.
    onDone,
  });
  return (
    <Form form={form} onSend={(values) => act.mutate(values)} problem={refusal(act.error)}>
      <TextField
        name="reason"
        label={take ? i18n._("Why this reviewer all the same") : i18n._("Why not this reviewer")}
        hint={
          change === undefined
            ? i18n._("No plan allows this change.")
            : i18n._("The change costs {cost}. It stays a dry run.", { cost: words.cost(change) })
        }
      />
      <div>
        <Button type="submit" busy={act.isPending}>
          {take ? i18n._("Assign by hand") : i18n._("Leave out by hand")}
        </Button>
      </div>
    </Form>
  );
}
