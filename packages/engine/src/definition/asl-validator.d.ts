/** The only place that describes the package asl-validator, which brings no types of its own. */
declare module "asl-validator" {
  /** Judges a definition by the rules of the language. Writes defaults into what it is given. */
  function validate(definition: unknown): { isValid: boolean; errorsText(separator?: string): string };
  export = validate;
}
