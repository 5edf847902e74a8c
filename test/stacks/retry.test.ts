import { refusedName } from "@multihelix/workflow/asl.ts";
import { expect, test } from "vitest";
import { resourcesOf, templatesOf } from "./deployed.ts";

const machines = resourcesOf(templatesOf("example"), "AWS::StepFunctions::StateMachine");

test("no state of a deployed workflow tries a refusal again, and every one tries what the service failed at", () => {
  expect(machines.length).toBeGreaterThanOrEqual(3);
  for (const { resource } of machines) {
    const text = JSON.stringify(resource.Properties["DefinitionString"]);
    const retries = text.match(/\\*"Retry\\*":\[/g) ?? [];
    const refusals = text.split(refusedName).length - 1;
    expect(retries.length).toBeGreaterThan(0);
    expect(refusals).toBe(retries.length);
    expect(text.split("States.TaskFailed").length - 1).toBe(retries.length);
  }
});
