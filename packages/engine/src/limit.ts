/** The only place for the limits of the service that the engine keeps too, so that what passes here passes there. */

/** Input or output of a state, a task or an execution, in bytes of UTF-8 (Step Functions quota: 256 KiB). */
export const LARGEST_PAYLOAD_BYTES = 262_144;
/** Events in the history of one execution (Step Functions quota); also what ends an endless loop. */
export const LONGEST_HISTORY_EVENTS = 25_000;
/** Characters of an error name and of a cause (API reference, SendTaskFailure). */
export const LONGEST_ERROR_CHARACTERS = 256;
export const LONGEST_CAUSE_CHARACTERS = 32_768;
/** Seconds a TimeoutSeconds, IntervalSeconds or MaxDelaySeconds may say. */
export const LONGEST_SECONDS = 99_999_999;
/** Characters of a definition. */
export const LONGEST_DEFINITION_CHARACTERS = 1_048_576;
