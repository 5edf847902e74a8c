/** The only place that knows what a refusal looks like on the wire (RFC 9457), and the error it becomes here. */

export interface FieldProblem {
  /** JSON pointer into the body that was sent: `#/price/amount`. */
  readonly pointer: string;
  readonly detail: string;
}

/**
 * A refusal of the API, or no answer at all (`status` 0, `code` `network.unreachable`).
 * `message` is the plain sentence that came with it.
 */
export class ApiProblem extends Error {
  readonly status: number;
  /** `noun.reason`, as in the API's documentation. */
  readonly code: string;
  readonly errors: readonly FieldProblem[];
  /** What the sentence is made of: amounts in minor units, ids, names. */
  readonly facts: Record<string, unknown>;
  /** Number of the fault in the server's log, where there is one. */
  readonly faultId: string | undefined;

  constructor(
    status: number,
    code: string,
    message: string,
    more: Partial<Pick<ApiProblem, "errors" | "facts" | "faultId">> = {},
  ) {
    super(message);
    this.name = "ApiProblem";
    this.status = status;
    this.code = code;
    this.errors = more.errors ?? [];
    this.facts = more.facts ?? {};
    this.faultId = more.faultId;
  }
}

export function isApiProblem(error: unknown, code?: string): error is ApiProblem {
  return error instanceof ApiProblem && (code === undefined || error.code === code);
}

/** The refusal in the words that a page has for its code; as it came where it has none. */
export function reworded(problem: ApiProblem, sentences: Readonly<Record<string, string | undefined>>): ApiProblem {
  const sentence = sentences[problem.code];
  if (sentence === undefined) return problem;
  const { status, code, errors, facts } = problem;
  return new ApiProblem(status, code, sentence, { errors, facts });
}

/** No answer came: the network is away, or the server is. */
export function unreachable(): ApiProblem {
  return new ApiProblem(0, "network.unreachable", "");
}

/** Reads any answer that is not a success; an answer that is not problem+json still becomes one. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const body = response.headers.get("content-type")?.includes("json") ? await readJson(response) : {};
  return new ApiProblem(response.status, text(body.code) ?? `http.${response.status}`, text(body.detail) ?? "", {
    errors: fieldProblems(body.errors),
    facts: isRecord(body.facts) ? body.facts : {},
    faultId: text(body.incident),
  });
}

async function readJson(response: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = await response.json();
    return isRecord(body) ? body : {};
  } catch {
    // A proxy may cut an answer short; its status still says enough.
    return {};
  }
}

function fieldProblems(value: unknown): FieldProblem[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).map((one) => ({ pointer: text(one.pointer) ?? "#", detail: text(one.detail) ?? "" }));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
