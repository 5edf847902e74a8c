/** The rules about what code may touch: no clock, chance or world in core; the environment and raw reviews in few places. */
import ts from "typescript";
import { type House, lineOf, nodesOf, type RuleName, type Source, type Violation } from "./house.ts";

/** What a runtime puts into the global scope; the compiler knows none of them in core, casts would. */
const WORLD = new Set(
  `process console Buffer global globalThis require module exports __dirname __filename setTimeout setInterval
   setImmediate clearTimeout clearInterval queueMicrotask fetch performance crypto navigator window document
   localStorage sessionStorage XMLHttpRequest WebSocket EventSource`.split(/\s+/),
);
/** Composition roots read the environment once and pass on what they found; tests and set-up are no product code. */
const MAY_READ_ENVIRONMENT = /^(packages\/(functions|local)|test)\//;
/** The aggregate's own folder (write, score, calibrate), the view, and the list of what is stored. */
const MAY_READ_REVIEWS = /^(packages\/core\/src\/(view|review)\/|packages\/core\/src\/port\/entity\.ts$|test\/)/;

export function checkPurity(house: House): Violation[] {
  return house.sources.flatMap((source) => {
    const own = declaredIn(source);
    return nodesOf(source.tree).flatMap((node) => {
      const broken = judge(node, source, own);
      return broken ? [{ ...broken, path: source.path, line: lineOf(source, node) }] : [];
    });
  });
}

function judge(node: ts.Node, { room, path }: Source, own: Set<string>): { rule: RuleName; says: string } | undefined {
  if (room === "core") {
    const impure = judgeCore(node, own);
    if (impure) return impure;
  }
  if (!MAY_READ_ENVIRONMENT.test(path) && readsEnvironment(node)) {
    return { rule: "environment", says: "only functions and local read the environment" };
  }
  if (!MAY_READ_REVIEWS.test(path) && readsReviews(node)) {
    return { rule: "raw-review", says: "reviews are read through core/view only" };
  }
  return undefined;
}

function judgeCore(node: ts.Node, own: Set<string>): { rule: RuleName; says: string } | undefined {
  const isClock =
    (ts.isNewExpression(node) && isNamed(node.expression, "Date") && !node.arguments?.length) ||
    (ts.isCallExpression(node) && isNamed(node.expression, "Date")) ||
    isMember(node, "Date", "now") ||
    isMember(node, "Temporal", "Now");
  if (isClock) return { rule: "clock", says: "core is told the time" };
  if (isMember(node, "Math", "random")) return { rule: "chance", says: "core is given its chance" };
  if (ts.isIdentifier(node) && WORLD.has(node.text) && !own.has(node.text) && isReference(node)) {
    return { rule: "world", says: `core is pure: ${node.text} belongs behind a port` };
  }
  return undefined;
}

function readsEnvironment(node: ts.Node): boolean {
  if (isMember(node, "process", "env")) return true;
  if (ts.isVariableDeclaration(node) && node.initializer && isNamed(node.initializer, "process")) {
    return ts.isObjectBindingPattern(node.name) && node.name.elements.some((element) => nameOf(element) === "env");
  }
  return (
    ts.isImportDeclaration(node) &&
    (node.moduleSpecifier as ts.StringLiteral).text.replace(/^node:/, "") === "process" &&
    node.getText().includes("env")
  );
}

function readsReviews(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node)) {
    return /(^|\/)review\/review\.ts$/.test((node.moduleSpecifier as ts.StringLiteral).text);
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const [first] = node.arguments;
  return (
    (node.expression.name.text === "get" || node.expression.name.text === "list") &&
    first !== undefined &&
    ts.isStringLiteralLike(first) &&
    first.text === "review"
  );
}

/** `object.name` or `object["name"]`. */
function isMember(node: ts.Node, object: string, name: string): boolean {
  if (ts.isPropertyAccessExpression(node)) return isNamed(node.expression, object) && node.name.text === name;
  return (
    ts.isElementAccessExpression(node) &&
    isNamed(node.expression, object) &&
    ts.isStringLiteralLike(node.argumentExpression) &&
    node.argumentExpression.text === name
  );
}

/** The name itself, also at the end of a path (`globalThis.process`). */
function isNamed(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) ? node.text === name : ts.isPropertyAccessExpression(node) && node.name.text === name;
}

function nameOf({ propertyName, name }: ts.BindingElement): string {
  return (propertyName ?? name).getText();
}

/** A use of the name, not a property, a key or a declaration that happens to be called so. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isQualifiedName(parent)) {
    return (ts.isPropertyAccessExpression(parent) ? parent.expression : parent.left) === node;
  }
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent)) return false;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  const named = parent as ts.Node & { name?: ts.Node };
  return named.name !== node || ts.isShorthandPropertyAssignment(parent);
}

/** Names that the file declares or imports itself; they hide the global ones. */
function declaredIn(source: Source): Set<string> {
  const names = new Set<string>();
  for (const node of nodesOf(source.tree)) {
    const declares =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isImportSpecifier(node);
    if (declares && node.name && ts.isIdentifier(node.name)) names.add(node.name.text);
  }
  return names;
}
