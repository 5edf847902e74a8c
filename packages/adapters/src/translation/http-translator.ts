/** The only place that speaks to a translation service: LibreTranslate's request over HTTP, in bounded time and size. */
import type { TranslationAnswer, TranslationAsked, Translator } from "@multihelix/core/port/translator.ts";
import * as z from "zod";

export interface TranslatorOptions {
  /** The key of a park's service; undefined where the installation has none. */
  readonly keyOf: (parkId: string) => Promise<string | undefined>;
  /** From the request to the last byte of the answer, below the lease of an effect. */
  readonly milliseconds?: number;
}

const usualMilliseconds = 20_000;
const charactersMost = 20_000;
/** Of an answer: four letters a character, and room for what a service adds. */
const bytesMost = 512 * 1024;
const answerSchema = z.object({ translatedText: z.union([z.array(z.string()), z.string()]) });

const failed = (fault: Extract<TranslationAnswer, { ok: false }>["fault"]): TranslationAnswer => ({ ok: false, fault });

export function createHttpTranslator({ keyOf, milliseconds = usualMilliseconds }: TranslatorOptions): Translator {
  return {
    async translate(asked) {
      if (asked.texts.reduce((sum, text) => sum + text.length, 0) > charactersMost) return failed("refused");
      const key = asked.service.key ? await keyOf(asked.parkId).catch(() => undefined) : undefined;
      if (asked.service.key && (key === undefined || key === "")) return failed("no-key");
      try {
        return await ask(asked, key, AbortSignal.timeout(milliseconds));
      } catch {
        // Unreachable or too slow. The error may quote the address and what was sent, so nothing of it is kept.
        return failed("away");
      }
    },
  };
}

async function ask(
  { service, texts, from, to }: TranslationAsked,
  key: string | undefined,
  signal: AbortSignal,
): Promise<TranslationAnswer> {
  const request = {
    q: texts,
    source: from,
    target: to,
    format: "text",
    ...(key === undefined ? {} : { api_key: key }),
  };
  const response = await fetch(service.url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(request),
    // What is confidential goes where the network file says, and nowhere else.
    redirect: "manual",
    signal,
  });
  if (response.status === 429 || response.status >= 500) {
    await response.body?.cancel();
    return failed("away");
  }
  if (response.status !== 200) {
    await response.body?.cancel();
    return failed("refused");
  }
  const text = await readMost(response);
  const parsed = text === undefined ? undefined : answerSchema.safeParse(jsonOf(text));
  if (parsed === undefined || !parsed.success) return failed("garbled");
  const { translatedText } = parsed.data;
  const answered = typeof translatedText === "string" ? [translatedText] : translatedText;
  return answered.length === texts.length ? { ok: true, texts: answered } : failed("garbled");
}

/** Undefined where it is longer than an answer may be; the rest is not read. */
async function readMost({ body }: Response): Promise<string | undefined> {
  if (body === null) return "";
  const reader = body.getReader();
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    bytes += read.value.byteLength;
    if (bytes > bytesMost) {
      await reader.cancel();
      return undefined;
    }
    parts.push(read.value);
  }
  return Buffer.concat(parts).toString("utf8");
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No JSON is an answer in no form.
    return undefined;
  }
}
