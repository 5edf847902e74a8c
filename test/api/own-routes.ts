/** Routes about what is one's own: whoever is signed in may use them, and nobody reaches another's. */

export const ownRoutes: readonly string[] = [
  "post /api/session/totp",
  "post /api/session/second-factor",
  "post /api/session/passkeys/options",
  "post /api/session/passkeys",
  "post /api/session/passkey/options",
  "post /api/session/passkey",
  "get /api/my/account",
  "delete /api/my/sessions/{sessionId}",
  "delete /api/my/sessions",
  "post /api/my/passkeys/{credentialId}/removal",
  "post /api/my/app/removal",
  "post /api/my/factor-reset",
  "get /api/factor-resets",
  "post /api/factor-resets/{personId}/vouch",
  "delete /api/session",
  "get /api/my/tasks",
  "get /api/my/cases",
  "get /api/providers",
];
