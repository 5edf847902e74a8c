/** Over every page of a dry run: what it is, whose place one is in, and the way out. Its parts load only there. */
import { useParams } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { dryRunOf } from "../dry-run-id.ts";
import { loadArea } from "../language/catalogue.ts";

const Banner = lazy(async () => {
  const [{ DryRunBanner }] = await Promise.all([import("../route/dry-run/banner.tsx"), loadArea("dry-run")]);
  return { default: DryRunBanner };
});

export function DryRunFrame() {
  const { caseId }: { caseId?: string } = useParams({ strict: false });
  const dry = dryRunOf(caseId);
  if (dry === undefined) return null;
  return (
    <Suspense fallback={null}>
      <Banner {...dry} />
    </Suspense>
  );
}
