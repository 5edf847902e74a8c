/** Status, who holds it, until when, and what is wanted from the reader: the answer before everything else. */
import { useLingui } from "@lingui/react";
import type { Strands } from "@multihelix/core/view/strands.ts";
import { DateTime } from "../../component/date-time.tsx";
import { KeyFacts } from "../../component/key-facts.tsx";
import { useParks } from "../../network.ts";
import type { CaseView } from "../case/case-query.ts";
import { ClosedOn } from "../case/closed-on.tsx";
import { useActWords } from "./act-words.ts";
import { useDutyWords } from "./duty-words.ts";
import { askedOf, useHolders } from "./holder.tsx";
import type { Wanted } from "./staff-query.ts";
import { StaffStatusTag } from "./staff-status.tsx";

interface Props {
  readonly view: CaseView;
  readonly wanted: readonly Wanted[] | undefined;
  readonly strands: Strands | undefined;
}

export function CaseFacts({ view, wanted = [], strands }: Props) {
  const { i18n } = useLingui();
  const holders = useHolders();
  const open = view.tasks.filter(({ status }) => status === "open");
  const held = open.map((task) =>
    holders(
      task,
      view,
      wanted.find(({ path }) => path === task.path),
    ),
  );
  const due = [...open].sort((a, b) => a.due.localeCompare(b.due))[0];
  const zone = useParks().find(({ id }) => id === view.leadPark)?.zone;
  const left = workingDaysLeft(strands);
  return (
    <KeyFacts
      status={{
        value: <StaffStatusTag status={view.status} />,
        more: (
          <>
            <ClosedOn view={view} /> <Since view={view} />
          </>
        ),
      }}
      holder={
        open.length === 0
          ? { value: i18n._("Nobody") }
          : {
              value: [...new Set(held.map(({ who }) => who))].join(", "),
              more: [...new Set(held.flatMap(({ people }) => people))].join(", "),
            }
      }
      {...(due === undefined
        ? {}
        : {
            until: {
              value: <DateTime at={due.due} show="date" style="day" {...(zone === undefined ? {} : { zone })} />,
              more: (
                <>
                  <DateTime at={due.due} style="short" {...(zone === undefined ? {} : { zone })} />
                  {left !== undefined && `. ${left}`}
                </>
              ),
            },
          })}
      wanted={useWanted(view, wanted)}
    />
  );

  function workingDaysLeft(picture: Strands | undefined): string | undefined {
    const days = (picture?.blocks ?? [])
      .flatMap((block) => (block.kind === "trunk" ? [block] : block.lanes.flatMap(({ stations }) => stations)))
      .flatMap(({ state, workingDaysLeft: one }) => (state === "present" && one !== undefined ? [one] : []));
    const least = days.length === 0 ? undefined : Math.min(...days);
    if (least === undefined) return undefined;
    if (least === 0) return i18n._("Due today.");
    return least < 0
      ? i18n._("{days, plural, one {# working day over.} other {# working days over.}}", { days: -least })
      : i18n._("{days, plural, one {# working day left.} other {# working days left.}}", { days: least });
  }
}

function useWanted(view: CaseView, wanted: readonly Wanted[]) {
  const { i18n } = useLingui();
  const act = useActWords();
  const duty = useDutyWords();
  const mine = wanted.filter((one) => one.mine);
  const free = mine.filter(({ refusal }) => refusal === undefined);
  if (free.length > 0) {
    return { value: free.map((one) => act({ ...one, caseId: view.caseId }).title).join(", ") };
  }
  const barred = mine[0];
  return {
    value: i18n._("Nothing now"),
    ...(barred?.refusal === undefined
      ? {}
      : { more: duty(barred.refusal, { kind: barred.kind, others: askedOf(barred) }) }),
  };
}

const dayLength = 86_400_000;

function Since({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const days = (from: string) => Math.max(0, Math.floor((Date.now() - Date.parse(from)) / dayLength));
  const sentences = [
    ...(view.status === "approving" ? [approvals()] : []),
    ...(view.since === undefined
      ? []
      : [i18n._("In this state {days, plural, one {# day} other {# days}}.", { days: days(view.since) })]),
    ...(view.submittedAt === undefined
      ? []
      : [i18n._("In total {days, plural, one {# day} other {# days}}.", { days: days(view.submittedAt) })]),
  ];
  return <>{sentences.join(" ")}</>;

  function approvals(): string {
    const proposal = view.proposals.at(-1);
    const given = view.approvals.filter(({ round, answer }) => round === proposal?.round && answer === "approve");
    return i18n._("{given} of {all, plural, one {# park} other {# parks}} approved.", {
      given: given.length,
      all: proposal?.shares.length ?? 0,
    });
  }
}
