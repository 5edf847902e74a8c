/** The only error that says why the product cannot start: one sentence for the person at the terminal. */
export class StartError extends Error {
  /** What the process exits with: 1 for a machine that lacks something, 2 for something asked wrongly. */
  readonly exitCode: number;

  constructor(sentence: string, exitCode = 1, options?: ErrorOptions) {
    super(sentence, options);
    this.name = "StartError";
    this.exitCode = exitCode;
  }
}
