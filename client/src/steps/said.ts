import { useEffect, useRef } from "preact/hooks";
import { digest } from "../status.ts";

/** Say what has changed in a step through others, gathered with everything else that happens. */
export function useSaid(text: string | undefined, about: string): void {
  const before = useRef(text);
  useEffect(() => {
    if (text !== undefined && text !== before.current) digest(text, about);
    before.current = text;
  }, [text]);
}
