// npm test, first half: installs what building and testing needs, unless it is there. Plain Node 20, no dependencies.
import { ensureInstalled, SetUpError, say } from "../packages/local/bin/install.mjs";

try {
  await ensureInstalled("full");
} catch (error) {
  if (!(error instanceof SetUpError)) throw error;
  say(error.message);
  process.exit(1);
}
