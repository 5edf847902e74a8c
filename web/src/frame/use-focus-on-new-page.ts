/** After a change of page the focus goes to the new heading, so that it is read out; the first page keeps the browser's. */
import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";

const longest = 10_000;

export function useFocusOnNewPage(): void {
  const router = useRouter();
  useEffect(() => {
    let end: (() => void) | undefined;
    const unsubscribe = router.subscribe("onRendered", ({ fromLocation, pathChanged }) => {
      if (fromLocation === undefined || !pathChanged) return;
      end?.();
      end = leadToHeading();
    });
    return () => {
      end?.();
      unsubscribe();
    };
  }, [router]);
}

/** A page that is drawn in steps brings its heading late, or a second time: the focus follows until the reader acts. */
function leadToHeading(): () => void {
  focusHeading();
  const observer = new MutationObserver(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body || activeElement.id === "main") focusHeading();
  });
  observer.observe(document.body, { childList: true, subtree: true });
  const end = () => {
    observer.disconnect();
    clearTimeout(timer);
    for (const act of ["pointerdown", "keydown"]) document.removeEventListener(act, end, true);
  };
  const timer = setTimeout(end, longest);
  for (const act of ["pointerdown", "keydown"]) document.addEventListener(act, end, true);
  return end;
}

function focusHeading(): void {
  const heading = document.querySelector<HTMLElement>("main h1") ?? document.getElementById("main");
  heading?.focus({ preventScroll: true });
}
