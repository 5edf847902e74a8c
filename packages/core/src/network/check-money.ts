/** What must hold of funds, approval policies and rates in a network file. */
import { isKnownCurrency } from "../kernel/currency.ts";
import { type ApprovalPolicy, type Instrument, instruments } from "./fund.ts";
import type { NetworkFile } from "./network-file.ts";
import type { Park } from "./park.ts";
import { type Problem, repeated } from "./problem.ts";

export function checkMoney(network: NetworkFile): Problem[] {
  return [...checkFunds(network), ...checkApprovals(network), ...checkRates(network)];
}

function checkFunds(network: NetworkFile): Problem[] {
  const problems = network.funds.flatMap((fund, index) => {
    const path = `funds[${index}]`;
    const park = network.parks.find((one) => one.id === fund.parkId);
    if (park === undefined)
      return [{ path: `${path}.parkId`, text: `Fund ${fund.id}: the park "${fund.parkId}" is not in this file.` }];
    const found: Problem[] = [];
    if (park.associate)
      found.push({ path: `${path}.parkId`, text: `Fund ${fund.id}: ${park.name} is an associate and has no budget.` });
    if (fund.currency !== park.currency)
      found.push({
        path: `${path}.currency`,
        text: `Fund ${fund.id} is in ${fund.currency}, ${park.name} pays in ${park.currency}.`,
      });
    if (fund.eligibleUntil < fund.eligibleFrom) found.push({ path, text: `Fund ${fund.id} ends before it begins.` });
    return found;
  });
  return [...repeated(network.funds, "funds", "Fund", (fund) => fund.id), ...problems];
}

function checkApprovals(network: NetworkFile): Problem[] {
  const unknown = network.approvals.flatMap((row, index) =>
    network.parks.some((park) => park.id === row.parkId)
      ? []
      : [{ path: `approvals[${index}].parkId`, text: `The park "${row.parkId}" is not in this file.` }],
  );
  const payers = network.parks.filter((park) => !park.associate);
  return [
    ...unknown,
    ...payers.flatMap((park) => instruments.flatMap((instrument) => checkBands(network, park, instrument))),
  ];
}

/** Policy rows of one park and instrument must cover every amount from zero up, each once. */
function checkBands(network: NetworkFile, park: Park, instrument: Instrument): Problem[] {
  const indexed = network.approvals
    .map((row, index) => ({ row, index }))
    .filter(({ row }) => row.parkId === park.id && row.instrument === instrument);
  const rows = indexed.toSorted((left, right) => left.row.from - right.row.from);
  if (rows.length === 0) return [{ path: "approvals", text: `${park.name}: nobody approves a ${instrument}.` }];
  const problems: Problem[] = [];
  let next: number | undefined = 0;
  for (const { row, index } of rows) {
    const text = bandProblem(row, next);
    if (text !== undefined)
      problems.push({ path: `approvals[${index}]`, text: `${park.name}, ${instrument}: ${text}` });
    next = row.to === undefined ? undefined : row.to + 1;
  }
  if (next !== undefined)
    problems.push({
      path: "approvals",
      text: `${park.name}, ${instrument}: nobody approves amounts from ${next} (minor units) up.`,
    });
  return problems;
}

function bandProblem(row: ApprovalPolicy, next: number | undefined): string | undefined {
  if (row.to !== undefined && row.to < row.from) return `the row ends (${row.to}) below where it starts (${row.from}).`;
  if (next === undefined || row.from < next) return `amounts from ${row.from} (minor units) are in two rows.`;
  if (row.roles.length > row.approvers) return "more roles are named than people approve.";
  if (row.order === "parallel" && new Set(row.roles).size > 1)
    return "approvers of different roles are asked one after the other: the order must be sequential.";
  return row.from > next ? `nobody approves amounts from ${next} to ${row.from - 1} (minor units).` : undefined;
}

function checkRates(network: NetworkFile): Problem[] {
  const pivot = network.pivotCurrency;
  const unknown = network.rates.flatMap((rate, index) =>
    [rate.base, rate.quote]
      .filter((currency) => !isKnownCurrency(currency))
      .map((currency) => ({ path: `rates[${index}]`, text: `The currency "${currency}" is unknown.` })),
  );
  const currencies = new Set(network.parks.map((park) => park.currency));
  const unreached = [...currencies].filter(
    (currency) =>
      currency !== pivot &&
      !network.rates.some(
        ({ base, quote }) => (base === pivot && quote === currency) || (base === currency && quote === pivot),
      ),
  );
  return [
    ...unknown,
    ...repeated(network.rates, "rates", "Rate", (rate) => `${rate.base}/${rate.quote} of ${rate.date}`),
    ...unreached.map((currency) => ({ path: "rates", text: `There is no rate between ${pivot} and ${currency}.` })),
  ];
}
