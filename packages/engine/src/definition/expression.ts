/**
 * The only place that says which JSONata a definition may use: paths, filters, comparison, boolean, constructors,
 * `&`, $count, $not, $exists, variables and `$states`. All else is refused at load, so that this engine, the cloud and
 * its emulator cannot come to differ on it.
 */
import jsonata from "jsonata";

/** What an expression may read at the place where it stands. */
export interface Reach {
  /** First names after `$states`: input, result, errorOutput, context. */
  readonly states: readonly string[];
  /** Paths below `$states.context`, such as `Execution.Id`. */
  readonly context: readonly string[];
  readonly variables: ReadonlySet<string>;
}

type Node = Record<string, unknown>;
type Check = (node: Node, reach: Reach, inside: boolean) => string[];

export const FUNCTIONS: readonly string[] = ["count", "not", "exists"];
const OPERATORS: readonly unknown[] = ["=", "!=", "<", "<=", ">", ">=", "in", "and", "or", "&"];
const CONSTRUCTORS: readonly unknown[] = ["{", "["];
// Names that lead from data to the language that evaluates it.
const UNSAFE_NAMES: readonly unknown[] = ["__proto__", "constructor", "prototype"];
// Every key of a syntax node that the checks below understand; one with more is refused.
const KNOWN_KEYS = new Set(
  "type value position steps stages predicate expr expressions lhs rhs arguments procedure keepArray keepSingletonArray consarray nextFunction".split(
    " ",
  ),
);

/** @returns what is wrong with the expression, as sentences; empty when it may be used. */
export function problemsOf(source: string, reach: Reach): string[] {
  let tree: Node;
  try {
    tree = jsonata(source).ast() as unknown as Node;
  } catch (error) {
    return [error instanceof Error ? error.message : String((error as { message?: unknown }).message)];
  }
  return check(tree, reach, false);
}

const CHECKS: Record<string, Check> = {
  string: () => [],
  number: () => [],
  value: () => [],
  variable: (node, reach) => variable(node, reach),
  name: (node, _reach, inside) => {
    if (UNSAFE_NAMES.includes(node.value)) return [`the name ${node.value} is not allowed`];
    return inside ? [] : [`${node.value} stands alone: start the path with $states or a variable`];
  },
  path: (node, reach, inside) => path(nodes(node.steps), reach, inside),
  binary: (node, reach, inside) =>
    OPERATORS.includes(node.value)
      ? [...check(node.lhs as Node, reach, inside), ...check(node.rhs as Node, reach, inside)]
      : [`the operator ${node.value} is not allowed`],
  unary: (node, reach, inside) =>
    CONSTRUCTORS.includes(node.value)
      ? parts(node).flatMap((part) => check(part, reach, inside))
      : [`the operator ${node.value} is not allowed`],
  function: (node, reach, inside) => {
    const name = (node.procedure as Node).value;
    const given = nodes(node.arguments);
    if (!FUNCTIONS.includes(String(name))) return [`the function $${name} is not allowed`];
    if (given.length !== 1) return [`$${name} takes one argument`];
    return given.flatMap((argument) => check(argument, reach, inside));
  },
  // Parentheses that only group; a sequence of expressions is a program.
  block: (node, reach, inside) => {
    const [only, ...more] = nodes(node.expressions);
    return only && more.length === 0 ? check(only, reach, inside) : ["only one expression may stand in parentheses"];
  },
};

function check(node: Node, reach: Reach, inside: boolean): string[] {
  const test = CHECKS[String(node.type)];
  if (!test) return [`${node.type} expressions are not allowed`];
  const strange = Object.keys(node).find((key) => node[key] !== undefined && !KNOWN_KEYS.has(key));
  if (strange) return [`${strange} expressions are not allowed`];
  const filters = [...nodes(node.stages), ...nodes(node.predicate)];
  return [
    ...test(node, reach, inside),
    ...filters.flatMap((filter) =>
      filter.type === "filter" ? check(filter.expr as Node, reach, true) : [`${filter.type} is not allowed`],
    ),
  ];
}

function path(steps: readonly Node[], reach: Reach, inside: boolean): string[] {
  const [first, ...rest] = steps;
  if (!first) return ["an empty path is not allowed"];
  const start = first.type === "variable" && first.value === "states" ? statesPath(rest, reach) : undefined;
  const head = start ?? (first.type === "variable" || first.type === "name" ? [] : ["start the path with a variable"]);
  const known = start ? (first.predicate ? ["$states cannot be filtered"] : []) : check(first, reach, inside);
  const further = rest.flatMap((step) =>
    step.type === "name" || step.type === "unary"
      ? check(step, reach, true)
      : [`${step.type} is not allowed in a path`],
  );
  return [...head, ...known, ...further];
}

function variable(node: Node, reach: Reach): string[] {
  const name = String(node.value);
  if (name === "" || name === "$") return ["$ and $$ are not allowed"];
  if (name === "states") return ["name a part of $states"];
  return reach.variables.has(name) ? [] : [`the variable $${name} is never assigned here`];
}

function statesPath(rest: readonly Node[], reach: Reach): string[] {
  const names = rest.map((step) => (step.type === "name" ? String(step.value) : "?"));
  const [part, ...below] = names;
  if (part === undefined || !reach.states.includes(part)) return [`$states.${part ?? ""} cannot be read here`];
  if (part !== "context") return [];
  const full = below.join(".");
  const readable = reach.context.some((allowed) => full === allowed || full.startsWith(`${allowed}.`));
  return readable ? [] : [`$states.context.${full} cannot be read here`];
}

function parts(node: Node): Node[] {
  return node.value === "{" ? (node.lhs as Node[][]).flat() : nodes(node.expressions);
}

function nodes(list: unknown): Node[] {
  return Array.isArray(list) ? (list as Node[]) : [];
}
