/** The rule that no float touches money: where amounts are made, only whole numbers, bigints and exact decimals calculate. */
import ts from "typescript";
import { type House, lineOf, nodesOf, type Source, type Violation } from "./house.ts";

/** Where amounts are added, shared out, converted and posted. */
const MONEY =
  /^packages\/core\/src\/((ledger|claim|payment|recovery|aid|voucher|decision)\/|kernel\/(money|rate)\.ts$|call\/shares\.ts$)/;
const FLOAT_FUNCTIONS = new Set(["parseFloat", "round", "floor", "ceil", "trunc", "fround", "pow", "sqrt"]);

export function checkMoney(house: House): Violation[] {
  return house.sources
    .filter(({ path }) => MONEY.test(path))
    .flatMap((source) => nodesOf(source.tree).flatMap((node) => broken(source, node)));
}

function broken(source: Source, node: ts.Node): Violation[] {
  const says = whyFloat(node);
  return says === undefined ? [] : [{ rule: "float", path: source.path, line: lineOf(source, node), says }];
}

function whyFloat(node: ts.Node): string | undefined {
  if (ts.isNumericLiteral(node) && /[.e]/i.test(node.getText()) && !/^0x/i.test(node.getText()))
    return `${node.getText()} is a float: amounts are whole minor units, parts of them exact decimals in text`;
  if (ts.isCallExpression(node)) {
    const called = node.expression;
    const name = ts.isPropertyAccessExpression(called) && isMath(called.expression) ? called.name.text : textOf(called);
    if (FLOAT_FUNCTIONS.has(name)) return `${name} makes or rounds floats: use kernel/money`;
  }
  if (ts.isBinaryExpression(node) && isDivision(node.operatorToken.kind) && ts.isNumericLiteral(node.right))
    return "a division of numbers makes floats: divide bigints, or use kernel/money";
  return undefined;
}

function isDivision(kind: ts.SyntaxKind): boolean {
  return kind === ts.SyntaxKind.SlashToken || kind === ts.SyntaxKind.SlashEqualsToken;
}

function isMath(node: ts.Node): boolean {
  return ts.isIdentifier(node) && (node.text === "Math" || node.text === "Number");
}

function textOf(node: ts.Node): string {
  return ts.isIdentifier(node) ? node.text : "";
}
