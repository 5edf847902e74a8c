import { createHttpTranslator } from "@multihelix/adapters/translation/http-translator.ts";
import { translationServiceSchema } from "@multihelix/core/network/translation-service.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Manner, startTranslationServer, type TranslationServer } from "../../fixture/translation-server.ts";

let server: TranslationServer;
beforeAll(async () => {
  server = await startTranslationServer();
});
beforeEach(() => {
  server.behave("translates");
  server.asked.length = 0;
});
afterAll(() => server.stop());

const texts = ["Houdbaarheid van een enzym", "Wij hebben geen klimaatkamers."];
const service = () => ({ name: "Tolk", url: server.url, key: false });
const asked = () => ({ parkId: "limburg", service: service(), texts, from: "nl", to: "en" as const });
const translator = (key?: string, milliseconds = 300) => createHttpTranslator({ keyOf: async () => key, milliseconds });

describe("a park's translation service", () => {
  test("is asked for all texts at once, and answers them in their order", async () => {
    expect(await translator().translate(asked())).toEqual({ ok: true, texts: texts.map((one) => `[en] ${one}`) });
    expect(server.asked).toEqual([{ q: texts, source: "nl", target: "en", format: "text" }]);
  });

  test("is given the key of its park, and is not asked where there is none", async () => {
    const wanting = { ...asked(), service: { ...service(), key: true } };
    expect(await translator("word").translate(wanting)).toMatchObject({ ok: true });
    expect(server.asked).toMatchObject([{ api_key: "word" }]);
    expect(await translator().translate(wanting)).toEqual({ ok: false, fault: "no-key" });
    expect(server.asked).toHaveLength(1);
  });

  test.each<[Manner, string]>([
    ["fails", "away"],
    ["busy", "away"],
    ["stalls", "away"],
    ["drips", "away"],
    ["refuses", "refused"],
    ["sends-elsewhere", "refused"],
    ["babbles", "garbled"],
    ["too-few", "garbled"],
    ["floods", "garbled"],
  ])("that %s is %s, in bounded time", async (manner, fault) => {
    server.behave(manner);
    const began = performance.now();
    expect(await translator().translate(asked())).toEqual({ ok: false, fault });
    expect(performance.now() - began).toBeLessThan(3000);
    expect(server.asked).toHaveLength(1);
  });

  test("that cannot be reached is away", async () => {
    const nobody = { ...asked(), service: { ...service(), url: "http://127.0.0.1:1/translate" } };
    expect(await translator().translate(nobody)).toEqual({ ok: false, fault: "away" });
  });

  test("is not sent more than an application can hold", async () => {
    expect(await translator().translate({ ...asked(), texts: ["x".repeat(20_001)] })).toEqual({
      ok: false,
      fault: "refused",
    });
    expect(server.asked).toEqual([]);
  });
});

test("the address of a service is one over TLS, or on this machine, and holds no key", () => {
  const valid = (url: string) => translationServiceSchema.safeParse({ name: "Tolk", url, key: false }).success;
  for (const url of ["https://tolk.example/translate", "http://127.0.0.1:5000/translate", "http://localhost/"])
    expect([url, valid(url)]).toEqual([url, true]);
  for (const url of [
    "http://tolk.example/translate",
    "https://me:word@tolk.example/",
    "https://tolk.example/?api_key=word",
    "http://127.0.0.1.tolk.example/",
    "file:///etc/passwd",
  ])
    expect([url, valid(url)]).toEqual([url, false]);
});
