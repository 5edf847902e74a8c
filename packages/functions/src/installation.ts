/** The only place that fetches secrets in AWS: the installation's key, the word of the CDN, and keys of parks' translation services. */
import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";

const client = new SecretsManagerClient({
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 2000, requestTimeout: 5000 },
});

/** The text of a secret. Throws when it has none. */
export async function fetchSecret(id: string): Promise<string> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: id }));
  if (SecretString === undefined) throw new Error("The secret has no text.");
  return SecretString;
}

/** The key of at least 32 bytes that the installation's secrets derive from. */
export async function fetchInstallationKey(id: string): Promise<Uint8Array> {
  return new TextEncoder().encode(await fetchSecret(id));
}
