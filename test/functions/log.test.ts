import { createLog } from "@multihelix/functions/log.ts";
import { afterEach, expect, test, vi } from "vitest";

const lines: string[] = [];

afterEach(() => {
  lines.length = 0;
});

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, "write").mockImplementation((line) => lines.push(String(line)) > 0);
  }
  write(createLog("outbox", "0.1.0"));
  vi.restoreAllMocks();
  return lines.join("\n");
}

test("an event is one line of JSON with its name as message, as the alarm on parked effects counts it", () => {
  const text = logged((log) =>
    log.error("effect.parked", { effectId: "eff_1", kind: "tidy" }, new Error("gone: canary-5")),
  );
  expect(text).not.toContain("canary-5");
  expect(JSON.parse(text)).toMatchObject({
    level: "ERROR",
    message: "effect.parked",
    service: "outbox",
    version: "0.1.0",
    effectId: "eff_1",
    error: "Error",
    frames: [expect.stringMatching(/^at .*log\.test\.ts/), ...Array(5).fill(expect.any(String))],
  });
});

test("facts whose names promise a secret are dropped, codes of refusals are kept (S12)", () => {
  const planted = { token: "canary-1", iban: "canary-2", score: 3, code: "12345678", signInCode: "canary-4" };
  const text = logged((log) => log.warn("x.y", { ...planted, caseId: "app_1" }));
  expect(text).toContain("app_1");
  for (const value of ["canary-1", "canary-2", "12345678", "canary-4"]) expect(text).not.toContain(value);
  lines.length = 0;
  expect(logged((log) => log.warn("x.y", { code: "task.not-open" }))).toContain("task.not-open");
});
