/** The only place that says what a sabotage is: one small known-bad change and the test that must notice it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const patchSchema = z.strictObject({
  /** What is done, in few words. */
  name: z.string().min(1),
  /** What no longer holds then. */
  guarantee: z.string().min(1),
  file: z.string().min(1),
  /** Stands exactly once in the file. */
  find: z.string().min(1),
  replace: z.string(),
  /** `path -t name of the test`, or a whole file. */
  test: z.string().regex(/^test\/\S+\.test\.tsx?( -t .+)?$/),
});

export type Patch = z.infer<typeof patchSchema> & { readonly id: string };

/** All patches of a folder in the order of their file names. @throws for a file that is no patch. */
export function readPatches(folder: string): Patch[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return files.sort().map((file) => {
    const parsed = patchSchema.safeParse(JSON.parse(readFileSync(join(folder, file), "utf8")));
    if (!parsed.success) throw new Error(`${file} is no patch: ${z.prettifyError(parsed.error)}`);
    return { id: file.replace(/\.json$/, ""), ...parsed.data };
  });
}

/** The patched text. @throws when `find` does not stand exactly once, or nothing would change. */
export function applyPatch({ find, replace }: Patch, text: string): string {
  const times = text.split(find).length - 1;
  if (times !== 1) throw new Error(`its text stands ${times} times in the file, not once`);
  if (find === replace) throw new Error("it changes nothing");
  return text.replace(find, () => replace);
}
