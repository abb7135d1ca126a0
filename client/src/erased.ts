/** A room that is gone from the server: this device forgets it too, but for a line that says so. */

import { signal } from "@preact/signals";
import { keep, kept } from "./device.ts";
import { forgetDrafts } from "./drafts.ts";
import { markGone } from "./my-meetings.ts";

/** What the server signed when this person deleted the room; only they are given it. */
export const receipt = signal<string | undefined>(undefined);

/** Forget all seats in this page's room, what was typed in it, and what was on its way there. */
export function forgetRoom(): void {
  const code = document.body.dataset["room"] ?? "";
  forgetDrafts();
  for (const key of kept(`common-ground/${code}/`)) keep(key, undefined);
  markGone(code);
  // The keys of the seats are out of reach of scripts; where this fails they open nothing.
  void fetch(`/r/${code}/forget-seats`, { method: "POST" }).catch(() => undefined);
}
