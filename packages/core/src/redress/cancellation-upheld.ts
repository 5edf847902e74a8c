/** Redress upheld against a cancellation: the voucher is in use again where it was, with the days added for which it stood still, and its money held again (domain §9). */
import type { Case, CaseStatus } from "../application/case.ts";
import { moveCase } from "../application/move.ts";
import type { Claim } from "../claim/claim.ts";
import { earlierOf } from "../claim/payable.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { Instant } from "../kernel/instant.ts";
import { add, allocate } from "../kernel/money.ts";
import type { Moment } from "../kernel/verb.ts";
import { joinLetters } from "../letter/write-letter.ts";
import { parkOf } from "../network/network-file.ts";
import { supersedeTasks } from "../task/answer.ts";
import { nextUse, startWorkflow } from "../task/start-workflow.ts";
import { countIssued } from "../voucher/count-issued.ts";
import { afterStanding } from "../voucher/standing-clock.ts";
import { partyContacts, requireVoucher, type UseFacts } from "../voucher/use-facts.ts";
import { boundLetters, validityLetters } from "../voucher/validity-letters.ts";
import type { Voucher } from "../voucher/voucher.ts";
import { aidAgain, fundAgain, type MoneyFacts, type Wanted } from "./fund-again.ts";
import type { Upheld } from "./outcome.ts";
import type { RedressFacts } from "./redress-facts.ts";

type Facts = RedressFacts & { readonly money: MoneyFacts } & Pick<UseFacts, "finance">;

/** @throws conflict `redress.not-now` unless it is still cancelled; as `fundAgain` and `aidAgain` do. */
export function cancellationUpheld(
  facts: Facts,
  one: Case,
  officer: PersonActor,
  moment: Moment,
  event: Parameters<typeof moveCase>[4],
): Upheld {
  const { voucher, call } = requireVoucher(facts);
  if (one.status !== "cancelled") throw new DomainError("conflict", "redress.not-now", { status: one.status });
  const claim = facts.claims.toSorted((a, b) => a.claim - b.claim).at(-1);
  const { status, since, anew } = whereItWas(voucher, claim, one.statusSince);
  const stood = afterStanding(one, voucher, call, moment, since);
  const resumed = { by: voucher.cancellation?.by ?? one.contactId, at: moment.now };
  const { cancellation: _, ...kept } = stood.voucher;
  const back: Voucher = {
    ...kept,
    accepted: status === "issued" ? [] : kept.accepted,
    ...(kept.suspensions === undefined
      ? {}
      : { suspensions: kept.suspensions.map((stop) => (stop.resumed === undefined ? { ...stop, resumed } : stop)) }),
  };
  const funded = fundAgain(wantedOf(facts, voucher, moment.network), facts.money, one, moment);
  const paid = earlierOf(facts.claims, Number.MAX_SAFE_INTEGER, voucher.left.currency).payable;
  const aid = aidAgain(facts.money, add(paid, voucher.left), moment);
  const move = moveCase(one, status, nextUse(one), moment, event);
  const letters = joinLetters([
    validityLetters("resumed", one, back, "", partyContacts(facts), moment, stood.bound),
    boundLetters(one, back, stood.bound, facts, "finance", moment),
  ]);
  return {
    changes: [
      ...move.changes,
      { op: "replace", name: "voucher", value: back },
      ...(anew === undefined ? [] : [{ op: "replace", name: "claim", value: anew } as const]),
      ...funded.changes,
      ...aid,
      ...countIssued(facts.money.application.aidGroup),
      // What was asked of the parks as it was cancelled: its last claim settles that now.
      ...supersedeTasks(
        facts.tasks.filter(({ kind }) => kind === "ask-back"),
        officer,
        moment,
      ),
      ...letters.changes,
    ],
    postings: funded.postings,
    events: move.events,
    effects: [startWorkflow(move.moved), ...letters.effects],
  };
}

interface Place {
  readonly status: CaseStatus;
  /** Since when its clock has stood still. */
  readonly since: Instant;
  /** A claim whose check goes on begins it anew. */
  readonly anew?: Claim;
}

function whereItWas(voucher: Voucher, claim: Claim | undefined, cancelled: Instant): Place {
  const stop = voucher.suspensions?.at(-1);
  if (stop !== undefined && stop.resumed === undefined) return { status: "in-use", since: stop.at };
  if (claim?.status === "filed" && claim.dispute !== undefined && claim.dispute.settled === undefined)
    return { status: "disputed", since: claim.dispute.at };
  if (claim?.status === "filed") return { status: "reported", since: cancelled };
  if (claim?.status === "confirmed" || claim?.status === "assessed" || claim?.status === "queried") {
    const { assessment: _, refusal: __, ...open } = claim;
    return { status: "claim-check", since: cancelled, anew: { ...open, status: "confirmed" } };
  }
  const parties = new Set(voucher.accepted.map(({ party }) => party));
  return { status: parties.size < 2 && claim === undefined ? "issued" : "in-use", since: cancelled };
}

/** What each key took back; of cancellations of earlier versions, each payer's part of what was left. */
function wantedOf(
  { call, money: { shares } }: Facts,
  { cancellation, left }: Voucher,
  network: Moment["network"],
): Wanted[] {
  if (cancellation?.given !== undefined) return cancellation.given;
  const payers = call?.payers ?? [];
  // Without a rate of then, only what was in the voucher's own currency is known to the cent: nobody guesses, nothing moves.
  const abroad = payers.find(({ ledger }) => ledger.currency !== left.currency);
  if (abroad !== undefined)
    throw new DomainError("conflict", "redress.no-record", {
      park: parkOf(network, abroad.parkId).name,
      currency: abroad.ledger.currency,
    });
  const parts = allocate(
    left,
    payers.map(({ sharePercent }) => sharePercent),
  );
  return payers.flatMap(({ parkId }, index) => {
    const share = shares.filter((one) => one.parkId === parkId).toSorted((a, b) => b.budgetYear - a.budgetYear)[0];
    const amount = parts[index]?.amount ?? 0;
    return share === undefined || amount === 0 ? [] : [{ ledger: share.ledger, amount }];
  });
}
