/** The list of functions: one entry file each, with the bars that its bundle keeps. */

export interface Entry {
  /** `src/<name>.ts`; the bundle goes to `<name>/index.mjs`. */
  readonly name: string;
  /** Most bytes of what is loaded at the start, minified and gzipped. */
  readonly most: { readonly bytes: number; readonly gzip: number };
}

const api = { bytes: 1_400_000, gzip: 380_000 };
const other = { bytes: 700_000, gzip: 200_000 };

export const entries: readonly Entry[] = [
  { name: "api", most: api },
  { name: "task", most: other },
  { name: "outbox", most: other },
  { name: "sweep", most: other },
  { name: "mail-returned", most: other },
];
