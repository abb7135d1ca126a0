/** The pages of those at the door: they ask quietly who is in by now, and go on by themselves. */

import { roomPath } from "./http.ts";
import { t } from "./words.ts";

// Often enough that nobody notices the wait, seldom enough that a full corridor costs nothing.
const ASK_MS = 3_000;

/** Ask again and again until the answer is not to wait. */
export async function waitAtTheDoor(): Promise<void> {
  for (;;) {
    const { state } = await ask();
    if (state === "waiting") continue;
    const shown = document.getElementById("waiting-state");
    if (shown && state === "in") shown.textContent = t("waiting-in");
    location.replace(roomPath());
    return;
  }
}

/** Show the names of a shared phone anew once somebody of them was let in, or turned away. */
export async function watchWhoWaits(): Promise<void> {
  const shown = Number(document.body.dataset["waits"]);
  while ((await ask()).waits === shown);
  location.reload();
}

interface Door {
  readonly state: string;
  /** How many of this device's seats wait. */
  readonly waits: number;
}

/** Return what the server says after a while; a line that is down says nothing new. */
async function ask(): Promise<Door> {
  await new Promise((resolve) => setTimeout(resolve, ASK_MS));
  try {
    const answer = await fetch(roomPath("/waiting"));
    if (answer.ok) return (await answer.json()) as Door;
  } catch {
    // Asked again in a moment.
  }
  return { state: "waiting", waits: Number(document.body.dataset["waits"]) };
}
