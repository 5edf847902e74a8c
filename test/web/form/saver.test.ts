import { type Answers, mergeAnswers, same } from "@multihelix/web/form/merge-answers.ts";
import { createSaver, type Saver } from "@multihelix/web/form/saver.ts";
import { ApiProblem, unreachable } from "@multihelix/web/problem.ts";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

/** A server with one section, and what was sent to it. */
function aServer(answers: Answers = {}, version?: number) {
  const server = {
    answers,
    version,
    sent: [] as Answers[],
    fail: undefined as unknown,
    send: async (next: Answers, read: number | undefined) => {
      server.sent.push(next);
      if (server.fail !== undefined) throw server.fail;
      if (same(next, server.answers) && server.version !== undefined) return { version: server.version, savedAt: "t" };
      if (read !== server.version) throw new ApiProblem(409, "section.changed", "");
      server.version = server.version === undefined ? 0 : server.version + 1;
      server.answers = next;
      return { version: server.version, savedAt: `saved ${server.version}` };
    },
    fetchLatest: async () => ({ answers: server.answers, version: server.version ?? 0, by: "Jürgen", at: "then" }),
  };
  return server;
}

function aSaver(server: ReturnType<typeof aServer>, onTaken: (answers: Answers) => void = vi.fn()): Saver {
  return createSaver({
    first: { answers: server.answers, version: server.version },
    changed: "section.changed",
    send: server.send,
    fetchLatest: server.fetchLatest,
    onTaken,
  });
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("merging what two people wrote into one section", () => {
  it("keeps what each changed alone", () => {
    const merged = mergeAnswers({ a: 1, b: 1 }, { a: 2, b: 1 }, { a: 1, b: 3 });
    expect(merged).toEqual({ answers: { a: 2, b: 3 }, taken: ["b"], clashes: [] });
  });

  it("names a field that both changed, and keeps mine until somebody chooses", () => {
    const merged = mergeAnswers({ a: 1 }, { a: 2 }, { a: 3 });
    expect(merged).toEqual({ answers: { a: 2 }, taken: [], clashes: [{ field: "a", mine: 2, theirs: 3 }] });
  });

  it("sees no clash where both wrote the same, in whatever order of keys", () => {
    expect(mergeAnswers({}, { a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }).clashes).toEqual([]);
  });

  it("takes over that a field was emptied", () => {
    expect(mergeAnswers({ a: 1 }, { a: 1 }, {})).toEqual({ answers: {}, taken: ["a"], clashes: [] });
  });
});

describe("a section that saves itself", () => {
  it("waits for a pause in typing and then sends once", async () => {
    const server = aServer();
    const saver = aSaver(server);
    saver.change({ title: "S" });
    saver.change({ title: "St" });
    await vi.advanceTimersByTimeAsync(700);
    expect(server.sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(server.sent).toEqual([{ title: "St" }]);
    expect(saver.state().savedAt).toBe("saved 0");
  });

  it("sends what was typed while a request was on its way, after it", async () => {
    const server = aServer();
    const saver = aSaver(server);
    saver.change({ title: "one" });
    const flushed = saver.flush();
    saver.change({ title: "two" });
    expect(await flushed).toBe(true);
    expect(server.sent).toEqual([{ title: "one" }, { title: "two" }]);
  });

  it("takes in another person's fields, puts them into the form, and saves both", async () => {
    const server = aServer({ title: "a", need: "b" }, 4);
    const taken = vi.fn();
    const saver = aSaver(server, taken);
    server.answers = { title: "a", need: "theirs" };
    server.version = 5;
    saver.change({ title: "mine", need: "b" });
    expect(await saver.flush()).toBe(true);
    expect(taken).toHaveBeenCalledWith({ need: "theirs" });
    expect(server.answers).toEqual({ title: "mine", need: "theirs" });
  });

  it("saves nothing over another person's text until one of both is chosen", async () => {
    const server = aServer({ need: "b" }, 4);
    const saver = aSaver(server);
    server.answers = { need: "theirs" };
    server.version = 5;
    saver.change({ need: "mine" });
    expect(await saver.flush()).toBe(false);
    expect(saver.state()).toMatchObject({
      clashes: [{ field: "need", mine: "mine", theirs: "theirs" }],
      other: { by: "Jürgen" },
    });
    expect(server.answers).toEqual({ need: "theirs" });
    saver.choose("need", "mine");
    expect(await saver.flush()).toBe(true);
    expect(server.answers).toEqual({ need: "mine" });
    expect(saver.state().clashes).toEqual([]);
  });

  it("takes the other's text where that is chosen", async () => {
    const server = aServer({ need: "b" }, 4);
    const taken = vi.fn();
    const saver = aSaver(server, taken);
    server.answers = { need: "theirs" };
    server.version = 5;
    saver.change({ need: "mine" });
    await saver.flush();
    saver.choose("need", "theirs");
    expect(await saver.flush()).toBe(true);
    expect(taken).toHaveBeenCalledWith({ need: "theirs" });
    expect(server.answers).toEqual({ need: "theirs" });
  });

  it("that begins with typing from before a reload finds its own earlier save and goes on", async () => {
    const server = aServer({ title: "saved" }, 1);
    const saver = createSaver({
      first: { answers: {}, version: 0 },
      changed: "section.changed",
      send: server.send,
      fetchLatest: server.fetchLatest,
      onTaken: vi.fn(),
    });
    saver.change({ title: "saved", need: "typed" });
    expect(await saver.flush()).toBe(true);
    expect(server.answers).toEqual({ title: "saved", need: "typed" });
  });

  it("tries again by itself when no answer came, and not when it was refused", async () => {
    const server = aServer();
    const saver = aSaver(server);
    server.fail = unreachable();
    saver.change({ title: "one" });
    expect(await saver.flush()).toBe(false);
    server.fail = undefined;
    await vi.advanceTimersByTimeAsync(6000);
    expect(server.answers).toEqual({ title: "one" });
    expect(saver.state().problem).toBeUndefined();
    server.fail = new ApiProblem(409, "case.wrong-status", "");
    saver.change({ title: "two" });
    expect(await saver.flush()).toBe(false);
    const count = server.sent.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.sent.length).toBe(count);
  });
});
