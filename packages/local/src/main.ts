/** The command line `multihelix`: reads the words, runs one command, exits with its code. */
import { outliveReaders } from "./closed-output.ts";
import { commands } from "./command/list.ts";
import { StartError } from "./start-error.ts";

const [name = "help", ...words] = process.argv.slice(2);
const command = commands[name];
outliveReaders([process.stdout, process.stderr], name === "start");
if (command === undefined) {
  const known = Object.entries(commands).map(([known_, { summary }]) => `  ${known_.padEnd(10)} ${summary}`);
  const help = `multihelix <command> [options]; multihelix <command> --help\n\n${known.join("\n")}\n`;
  const asked = ["help", "--help", "-h"].includes(name);
  if (asked) process.stdout.write(help);
  else process.stderr.write(`There is no command "${name}".\n\n${help}`);
  process.exitCode = asked ? 0 : 2;
} else {
  try {
    process.exitCode = await command.run(words);
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  }
}
