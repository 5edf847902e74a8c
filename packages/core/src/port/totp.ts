/** Time-based one-time passwords (RFC 6238): SHA-1, 6 digits, 30 seconds, as authenticator apps expect. */

export interface TotpPort {
  /** A fresh secret, base32. */
  secret(): string;
  /** The `otpauth://` address that an authenticator app scans. */
  uri(secret: string, account: string): string;
  /** The time step that the code belongs to (one step of drift allowed), or undefined if it is wrong. */
  stepOf(secret: string, code: string, epochMilliseconds: number): number | undefined;
}
