/** Fetches a meeting's moments, and the frames at them. */

import { roomPath } from "../http.ts";
import { seatQuery } from "../seat.ts";
import { apply, enterEpoch } from "../store.ts";
import type { Frame, Replay } from "../wire.ts";

/** Return what an address of this room answers; undefined where it cannot be had. */
async function fetched<T>(page: string): Promise<T | undefined> {
  try {
    const answer = await fetch(roomPath(page) + seatQuery());
    return answer.ok ? ((await answer.json()) as T) : undefined;
  } catch {
    return undefined;
  }
}

/** Return the moments of this meeting. */
export function fetchReplay(): Promise<Replay | undefined> {
  return fetched<Replay>("/replay.json");
}

const kept = new Map<number, Frame>();

/** Return the frame at a position, which is fetched once. */
export async function fetchFrame(position: number): Promise<Frame | undefined> {
  const known = kept.get(position) ?? (await fetched<Frame>(`/replay/${position}.json`));
  if (known) kept.set(position, known);
  return known;
}

/** Let the page stand at a frame: the components read the same records as in the room. */
export function show({ position, records }: Frame): void {
  const nothing = { put: {}, drop: [] };
  enterEpoch("replay");
  const everyone = { put: records, drop: [] };
  apply({ type: "changes", fresh: true, start: position, end: position, everyone, chairs: nothing, mine: nothing });
}
