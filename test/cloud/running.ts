/** The running emulator, as a test file under test/cloud meets it. */
export interface Running {
  endpoint: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
}

/** Throws one sentence when nobody started it. */
export function runningEmulator(): Running {
  const endpoint = process.env.AWS_ENDPOINT_URL;
  if (endpoint === undefined) throw new Error("These tests need the AWS emulator: run npm run test:cloud.");
  return { endpoint, region: "eu-west-1", credentials: { accessKeyId: "test", secretAccessKey: "test" } };
}
