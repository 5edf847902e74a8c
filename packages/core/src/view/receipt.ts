/** The receipt of a submission as a document to keep: the same words as its letter, for those who may see what was frozen. */
import { caseLetterData } from "../application/letter-data.ts";
import type { Actor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { CaseId } from "../kernel/id.ts";
import type { Instant } from "../kernel/instant.ts";
import { receipt } from "../letter/kind/receipt.ts";
import { sayIn } from "../letter/say.ts";
import type { Block } from "../letter/template.ts";
import { parkOf } from "../network/network-file.ts";
import type { Language } from "../person/person.ts";
import type { Deps } from "../port/deps.ts";
import { viewCase } from "./case-view.ts";

export interface ReceiptDocument {
  readonly language: Language;
  readonly reference: string;
  readonly subject: string;
  readonly body: readonly Block[];
  /** Who signs it. */
  readonly park: string;
  readonly submittedAt: Instant;
}

/**
 * Members of the applicant, and staff of the paying parks. @param language of the application if left out.
 * @throws not_found `case.not-found` for anybody else; conflict `receipt.not-sent` for a draft.
 */
export async function viewReceipt(
  deps: Pick<Deps, "store" | "network" | "clock">,
  actor: Actor,
  caseId: CaseId,
  language?: Language,
): Promise<ReceiptDocument> {
  const items = await deps.store.wholeCase(caseId);
  const [one] = items.case;
  const view = viewCase(actor, items, deps.clock.now());
  const mayRead = view?.audience === "applicant" || view?.audience === "staff" || view?.audience === "auditor";
  if (one === undefined || !mayRead) throw new DomainError("not_found", "case.not-found");
  const { submittedAt, contentHash, decisionBy } = one;
  if (submittedAt === undefined || contentHash === undefined) throw new DomainError("conflict", "receipt.not-sent");
  const network = await deps.network.current();
  const park = parkOf(network, one.leadPark);
  const told = language ?? one.language;
  const { subject, body } = receipt[told](
    {
      ...caseLetterData(one, network),
      submittedAt,
      zone: park.zone,
      contentHash,
      ...(decisionBy === undefined ? {} : { decisionBy }),
    },
    sayIn(told),
  );
  return { language: told, reference: one.reference, subject, body, park: park.name, submittedAt };
}
