/** Asks each of my rooms how it stands, a few at a time, so that a poor line is not choked. */

import { markLost, type Mine } from "../my-meetings.ts";
import type { Archive } from "../wire.ts";

/** A room of the list, and what it answered: nothing yet, that it is gone, or nothing at all. */
export type Room =
  | { readonly mine: Mine; readonly state: "asked" | "gone" | "unreached" }
  | { readonly mine: Mine; readonly state: "there"; readonly found: Archive };

const AT_ONCE = 3;

/** Ask for every room, in order, and tell of each answer as it comes. */
export async function askAll(
  meetings: readonly Mine[],
  ask: (mine: Mine) => Promise<Room>,
  tell: (room: Room) => void,
): Promise<void> {
  const left = [...meetings];
  const one = async (): Promise<void> => {
    for (let mine = left.shift(); mine; mine = left.shift()) tell(await ask(mine));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

/**
 * Ask one room. Whoever has no seat in it any more learns no more than that it is not there, and
 * does not ask again: to the server that is a wrong code, and whoever tries many has to wait.
 */
export async function askRoom(mine: Mine): Promise<Room> {
  if (mine.gone || mine.lost) return { mine, state: "gone" };
  try {
    const answer = await fetch(`/r/${mine.code}/archive.json`);
    if (answer.status === 404) {
      markLost(mine.code);
      return { mine, state: "gone" };
    }
    if (!answer.ok) return { mine, state: "unreached" };
    return { mine, state: "there", found: (await answer.json()) as Archive };
  } catch {
    return { mine, state: "unreached" };
  }
}

/** Return the rooms that answered, the latest meeting first. */
export function there(rooms: readonly Room[]): readonly Archive[] {
  const found = rooms.flatMap((room) => (room.state === "there" ? [room.found] : []));
  return found.sort((a, b) => heldAt(b) - heldAt(a));
}

/** Return when (ms) a meeting was held, or is going to be. */
export function heldAt({ meeting }: Archive): number {
  return meeting.closed ?? meeting.starts ?? meeting.prepared;
}
