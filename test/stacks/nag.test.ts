import { Aspects } from "aws-cdk-lib";
import { Annotations, Match } from "aws-cdk-lib/assertions";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import { describe, expect, test } from "vitest";
import { plainApp } from "../../stacks/app.ts";
import { stackIds, stackOf, standInPlace } from "./deployed.ts";

describe.each(["ci", "example"])("the stacks of stage %s", (stage) => {
  const app = plainApp(standInPlace(stage));
  Aspects.of(app).add(new AwsSolutionsChecks());
  Aspects.of(app).add(new ServerlessChecks());
  const found = stackIds.flatMap((id) => {
    const annotations = Annotations.fromStack(stackOf(app, id));
    const any = Match.stringLikeRegexp(".*");
    return [...annotations.findError("*", any), ...annotations.findWarning("*", any)];
  });

  test("have no finding of the AWS Solutions and Serverless rules (S11)", () => {
    expect(found.map(({ id, entry }) => `${id} ${String(entry.data)}`)).toEqual([]);
  });

  test("accept a finding only with its date and its reason", () => {
    const accepted = stackIds.flatMap((id) => acceptedIn(stackOf(app, id).node.findAll()));
    expect(accepted.length).toBeGreaterThan(0);
    for (const { reason } of accepted) expect(reason).toMatch(/^20\d\d-\d\d-\d\d: .{20,}/);
  });
});

interface Accepted {
  id: string;
  reason: string;
}

function acceptedIn(constructs: readonly object[]): Accepted[] {
  return constructs.flatMap((construct) => {
    const { cfnOptions } = construct as { cfnOptions?: { metadata?: { cdk_nag?: { rules_to_suppress: Accepted[] } } } };
    return cfnOptions?.metadata?.cdk_nag?.rules_to_suppress ?? [];
  });
}
