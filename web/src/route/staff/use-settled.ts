/** A value that is being typed, once it has not changed for a moment. */
import { useEffect, useState } from "react";

const pause = 300;

/** For values that compare by identity: text, numbers. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
