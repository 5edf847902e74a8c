/** While something is fetched: nothing for 300 ms, then a skeleton, after 2 s a line with the seconds. */
import { useLingui } from "@lingui/react";
import { useEffect, useState } from "react";

const quiet = 300;
const long = 2000;

/** @param lines how many lines of text the answer will take, so that nothing jumps */
export function Waiting({ lines = 3 }: { readonly lines?: number }) {
  const { i18n } = useLingui();
  const elapsed = useElapsed();
  if (elapsed < quiet) return null;
  const seconds = Math.floor(elapsed / 1000);
  return (
    <div className="skeleton" role="status">
      <span className={elapsed < long ? "sr" : "small muted"}>
        {elapsed < long ? i18n._("Loading") : i18n._("Still loading, {seconds} s so far", { seconds })}
      </span>
      {Array.from({ length: lines }, (_, line) => `line ${line}`).map((key) => (
        <i key={key} aria-hidden="true" />
      ))}
    </div>
  );
}

/** Milliseconds since the first render; wakes at 300 ms and then each full second. */
function useElapsed(): number {
  const [began] = useState(() => performance.now());
  const [elapsed, setElapsed] = useState(0);
  useEffect(() => {
    const next = elapsed < quiet ? quiet : (Math.floor(elapsed / 1000) + 1) * 1000;
    const timer = setTimeout(() => setElapsed(performance.now() - began), next - (performance.now() - began) + 1);
    return () => clearTimeout(timer);
  }, [began, elapsed]);
  return elapsed;
}
