/** Why orders cannot stand in a batch, each with its reason. */
import { useLingui } from "@lingui/react";
import { Note } from "../../component/note.tsx";
import type { ApiProblem } from "../../problem.ts";
import { useChannelReasons } from "../case/channel-words.ts";
import { recordsOf, textOf } from "../case/facts-text.ts";

export function OrderProblems({ problem }: { readonly problem: ApiProblem | null }) {
  const { i18n } = useLingui();
  const problems = problem === null ? [] : recordsOf(problem.facts, "problems");
  const reasons = useChannelReasons();
  if (problems.length === 0) return null;
  const words: Readonly<Record<string, string>> = {
    unknown: i18n._("it is not an order of this park"),
    address: i18n._("the payee’s address is not complete"),
    "no-channel": i18n._("no channel of the park reaches an account of the payee"),
    "account-changing": i18n._("another account of the payee was named and is not in force yet"),
    unverified: i18n._("no park has verified the payee: a manager does so on the page of its voucher"),
    sanctioned: i18n._("the payee or an owner stands on a sanctions list"),
    "already-batched": i18n._("it stands in another batch"),
    "already-sent": i18n._("it was sent"),
    "already-booked": i18n._("it is booked"),
  };
  return (
    <Note kind="warn">
      <ul className="plain-list">
        {problems.map((one) => (
          <li key={`${textOf(one, "endToEndId")} ${textOf(one, "reason")}`}>
            <span className="mono">{textOf(one, "endToEndId")}</span>:{" "}
            {[words[textOf(one, "reason")] ?? textOf(one, "reason"), ...reasons(recordsOf(one, "channels"))].join("; ")}
          </li>
        ))}
      </ul>
    </Note>
  );
}
