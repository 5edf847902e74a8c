/** After a change of page the focus goes to the new heading, so that it is read out; the first page keeps the browser's. */
import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";

export function useFocusOnNewPage(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe("onRendered", ({ fromLocation, pathChanged }) => {
        if (fromLocation === undefined || !pathChanged) return;
        const heading = document.querySelector<HTMLElement>("main h1") ?? document.getElementById("main");
        heading?.focus({ preventScroll: true });
      }),
    [router],
  );
}
