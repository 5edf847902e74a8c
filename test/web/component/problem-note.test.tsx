import { ProblemNote } from "@multihelix/web/component/problem-note.tsx";
import { ApiProblem } from "@multihelix/web/problem.ts";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import { render } from "../fixture/render.tsx";

const shown = (problem: unknown) =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ProblemNote problem={problem} onRetry={() => undefined} />
    </QueryClientProvider>,
  );
const again = "Try again</button>";

describe("trying again", () => {
  it.each([
    ["no answer", new ApiProblem(0, "network.unreachable", "")],
    ["a time-out", new ApiProblem(408, "http.408", "")],
    ["somebody else's change", new ApiProblem(409, "call.changed", "Somebody was quicker.")],
    ["a crowd", new ApiProblem(429, "request.too-many", "Too many.")],
    ["a fault", new ApiProblem(500, "http.500", "")],
    ["a start", new ApiProblem(503, "perform.contention", "Busy.")],
    ["a fault of the page", new Error("broken")],
  ])("is offered after %s", (_, problem) => {
    expect(shown(problem)).toContain(again);
  });

  it.each([
    ["a role is missing", new ApiProblem(403, "actor.role-needed", "", { facts: { role: "manager" } })],
    ["it is no longer there", new ApiProblem(404, "case.not-found", "")],
    ["the input is wrong", new ApiProblem(422, "input.invalid", "")],
    ["nobody is signed in", new ApiProblem(401, "session.missing", "")],
  ])("is not offered where %s", (_, problem) => {
    expect(shown(problem)).not.toContain(again);
  });
});

describe("a role that is missing", () => {
  it("is named in words, with who could do it", () => {
    const html = shown(new ApiProblem(403, "actor.role-needed", "needs manager", { facts: { role: "manager" } }));
    expect(html).toContain("This needs a role that you do not hold: Programme manager.");
    expect(html).toContain("Whoever holds it can do it");
  });
});
