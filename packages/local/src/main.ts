/** The command line `multihelix`: reads the words, runs one command, exits with its code. */
import { commands } from "./command/list.ts";
import { StartError } from "./start-error.ts";

const [name = "help", ...words] = process.argv.slice(2);
const command = commands[name];
if (command === undefined) {
  const known = Object.entries(commands).map(([known_, { summary }]) => `  ${known_.padEnd(10)} ${summary}`);
  process.stdout.write(`multihelix <command> [options]\n\n${known.join("\n")}\n`);
  process.exitCode = name === "help" || name === "--help" ? 0 : 2;
} else {
  try {
    process.exitCode = await command.run(words);
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  }
}
