/** What must hold of a call by itself, said all at once. */
import { toZonedDateString } from "../kernel/instant.ts";
import type { NetworkFile } from "../network/network-file.ts";
import type { Call } from "./call.ts";
import { questionProblems } from "./question-problems.ts";
import { bandProblems } from "./review-bands.ts";
import { scoringProblems } from "./scoring-problems.ts";

export interface CallProblem {
  readonly path: string;
  readonly message: string;
}

/** Empty for a call that can be drafted. Parks that the network does not know throw `park.unknown` earlier. */
export function callProblems(call: Call, network: NetworkFile): CallProblem[] {
  const asked = call.questions === undefined ? [] : questionProblems(call.questions, call.languages);
  return [
    ...limitProblems(call),
    ...textProblems(call),
    ...asked,
    ...scoringProblems(call),
    ...bandProblems(call),
    ...payerProblems(call, network),
  ];
}

function limitProblems(call: Call): CallProblem[] {
  const problems: CallProblem[] = [];
  const say = (path: string, message: string) => problems.push({ path, message });
  if (call.closes <= call.opens) say("closes", "The call closes after it opens.");
  if (call.maximumAward < call.minimumAward) say("maximumAward", "The largest award is not below the smallest.");
  if (call.eligibleCountries.length === 0) say("eligibleCountries", "Name at least one country.");
  if (call.languages.length === 0) say("languages", "Name at least one language.");
  return problems;
}

function textProblems(call: Call): CallProblem[] {
  return call.languages.flatMap((language) =>
    (["title", "summary"] as const).flatMap((part) =>
      (call[part][language] ?? "").trim() === ""
        ? [{ path: `${part}.${language}`, message: `The ${part} in "${language}" is missing.` }]
        : [],
    ),
  );
}

function payerProblems(call: Call, network: NetworkFile): CallProblem[] {
  const problems: CallProblem[] = [];
  const say = (path: string, message: string) => problems.push({ path, message });
  const lead = network.parks.find(({ id }) => id === call.leadPark);
  if (call.payers[0]?.parkId !== call.leadPark) say("payers.0", "The lead park pays and comes first.");
  if (lead?.currency !== call.currency)
    say("currency", `Limits are in the lead park's currency, ${lead?.currency ?? "unknown"}.`);
  if (new Set(call.payers.map(({ parkId }) => parkId)).size !== call.payers.length) say("payers", "A park pays once.");
  // Percentages are decimals: compared in millionths.
  const total = call.payers.reduce((sum, { sharePercent }) => sum + Math.round(sharePercent * 1e6), 0);
  if (total !== 100e6) say("payers", "The shares of all payers add up to 100.");
  for (const [index, payer] of call.payers.entries()) {
    for (const message of onePayer(payer, call, network)) say(`payers.${index}`, message);
  }
  return problems;
}

function onePayer(
  { parkId, sharePercent, aidBasis, ledger }: Call["payers"][number],
  { opens }: Call,
  network: NetworkFile,
): string[] {
  const park = network.parks.find(({ id }) => id === parkId);
  if (park === undefined) return [`The park "${parkId}" is not in the network.`];
  const messages: string[] = [];
  if (park.associate) messages.push(`${park.name} is an associate and pays nothing.`);
  if (sharePercent <= 0) messages.push(`${park.name} pays a share above zero.`);
  const fund = network.funds.find(({ id }) => id === ledger.fundId);
  const opensOn = toZonedDateString(opens, park.zone);
  const spent = fund !== undefined && (opensOn < fund.eligibleFrom || opensOn > fund.eligibleUntil);
  if (spent)
    messages.push(
      `${fund.name} pays from ${fund.eligibleFrom} to ${fund.eligibleUntil}; the call opens on ${opensOn}.`,
    );
  const free = aidBasis === "no-aid" || aidBasis === "not-assessed";
  if (!free && !park.aidBases.includes(aidBasis))
    messages.push(`${park.name} does not use the aid basis "${aidBasis}".`);
  const byCategory = network.aid.some((row) => row.basis === aidBasis && row.limit.kind === "intensity");
  if (byCategory) messages.push(`"${aidBasis}" limits by the category of the work, which a voucher does not state.`);
  return messages;
}
