/** How soon a page asks again about letters that went out in a run. */

interface Run {
  readonly state: string;
  readonly cases: readonly { readonly letters: readonly { readonly status: string }[] }[];
}

/** Milliseconds: soon while a run goes on or a letter of it is on its way to the mail server, else every 20 seconds. */
export function runInterval(runs: readonly Run[] | undefined): number {
  const moving = runs?.some(
    ({ state, cases }) =>
      state === "running" || cases.some(({ letters }) => letters.some(({ status }) => status === "queued")),
  );
  return moving ? 1_500 : 20_000;
}
