/** The page of somebody at the door: asks quietly whether they are in, and takes them there. */

import { roomPath } from "./http.ts";
import { t } from "./words.ts";

// Often enough that nobody notices the wait, seldom enough that a full corridor costs nothing.
const ASK_MS = 3_000;

/** Ask again and again until the answer is not to wait. */
export async function waitAtTheDoor(): Promise<void> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, ASK_MS));
    const state = await ask();
    if (state === "waiting") continue;
    const shown = document.getElementById("waiting-state");
    if (shown && state === "in") shown.textContent = t("waiting-in");
    location.replace(roomPath());
    return;
  }
}

/** Return what the server says; a line that is down says nothing new. */
async function ask(): Promise<string> {
  try {
    const answer = await fetch(roomPath("/waiting"));
    return answer.ok ? ((await answer.json()) as { state: string }).state : "waiting";
  } catch {
    return "waiting";
  }
}
