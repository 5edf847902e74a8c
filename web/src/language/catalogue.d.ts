// What the build makes of a catalogue file, and the one thing that only the build's import.meta offers.
declare module "*.po" {
  export const messages: Record<string, string>;
}
