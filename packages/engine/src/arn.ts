/** The only place that builds and reads the ARNs of state machines and executions. */

const PREFIX = "arn:aws:states:eu-west-1:000000000000";

export function stateMachineArn(name: string): string {
  return `${PREFIX}:stateMachine:${name}`;
}

export function executionArn(machineArn: string, name: string): string {
  return `${machineArn.replace(":stateMachine:", ":execution:")}:${name}`;
}

/** The last part of an ARN: the name that a person gave. */
export function nameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf(":") + 1);
}

export function isArn(text: string, kind: "stateMachine" | "execution"): boolean {
  const parts = text.split(":");
  return parts.length === (kind === "execution" ? 8 : 7) && text.startsWith("arn:aws:states:") && parts[5] === kind;
}

// API reference, CreateStateMachine and StartExecution: what a name must not contain.
const FORBIDDEN = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]/u;

/** Whether `name` may name a state machine or an execution: 1–80 characters, none that the service forbids. */
export function isName(name: string): boolean {
  return name.length >= 1 && name.length <= 80 && !FORBIDDEN.test(name);
}
