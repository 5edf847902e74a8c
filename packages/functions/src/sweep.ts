/** Lambda: every five minutes, looks at each task whose next instant has come, and once a night at all books. */
import { seekEnded } from "@multihelix/core/closing/seek-ended.ts";
import { checkNightly } from "@multihelix/core/ledger/check-books.ts";
import { sweep } from "@multihelix/core/task/sweep.ts";
import type { Context } from "aws-lambda";
import { compose } from "./compose.ts";
import { readEnvironment } from "./env.ts";

const deps = compose("sweep", readEnvironment("AWS_REGION", "TABLE", "VERSION"));

/** A pass is begun only while so much time is left. */
const passMilliseconds = 60_000;

export async function handler(_event: unknown, context: Pick<Context, "getRemainingTimeInMillis">): Promise<void> {
  for (;;) {
    const { more, ...result } = await sweep(deps);
    deps.log.info("sweep.done", { ...result, more });
    // What failed stays due: another pass now would only meet it again.
    if (!more || result.failed > 0) break;
    if (context.getRemainingTimeInMillis() < passMilliseconds) return;
  }
  if (await checkNightly(deps)) {
    await seekEnded(deps);
    // Apart: once a night at most, it is not to be loaded every five minutes.
    const { seekUnasked } = await import("@multihelix/core/closing/seek-unasked.ts");
    await seekUnasked(deps);
  }
}
