/** The only place that says when a digest is due: at eight in the morning of its reader's zone, on every day that has one. */
import { dayAfter } from "../../kernel/day.ts";
import { atHour, type Instant, toZonedDateString } from "../../kernel/instant.ts";
import type { Digest } from "./digest.ts";

/** Full hour, in the reader's zone. */
export const digestHour = 8;

/** More than so many notices of one digest go into the next. */
export const noticesMost = 200;

/**
 * The first digest after `now` that still takes notices. A day whose digest was written has no second one, also where the
 * clock was set back since. @param known all of the person's digests @param zone IANA
 */
export function nextDigest(
  now: Instant,
  zone: string,
  known: readonly Digest[],
): { day: string; dueAt: Instant; open?: Digest } {
  for (let day = toZonedDateString(now, zone); ; day = dayAfter(day, 1)) {
    const dueAt = atHour(day, digestHour, zone);
    const there = known.find((one) => one.day === day);
    if (dueAt <= now) continue;
    if (there === undefined) return { day, dueAt };
    if (there.state === "open" && there.notices.length < noticesMost) return { day, dueAt: there.dueAt, open: there };
  }
}
