import { useEffect } from "preact/hooks";
import { announce } from "./status.ts";

/** Say what the page shows as soon as it shows it: somebody waits for it, or has just asked for it. */
export function useAnnounced(words: string): void {
  useEffect(() => {
    if (words) announce(words);
  }, [words]);
}
