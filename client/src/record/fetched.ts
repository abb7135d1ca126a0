/** The record as the server tells it to this person, and told again while it is open. */

import { effect, type ReadonlySignal, signal } from "@preact/signals";
import { roomPath } from "../http.ts";
import { seatQuery } from "../seat.ts";
import { position } from "../store.ts";
import type { RecordPage } from "../wire.ts";
import { pace } from "./pace.ts";

// The whole record is sent each time: often enough to read along, seldom enough for a phone.
const EVERY_MS = 1_500;
const RETRY_MS = 5_000;

const found = signal<RecordPage | undefined>(undefined);
const failed = signal(false);

/** The record; undefined until it has come. */
export const recordPage: ReadonlySignal<RecordPage | undefined> = found;

/** True while the record cannot be fetched; what was fetched before stays. */
export const unreachable: ReadonlySignal<boolean> = failed;

/** Fetch the record now, and again whenever the room has moved on. Returns what ends it. */
export function followRecord(): () => void {
  let retry: ReturnType<typeof setTimeout> | undefined;
  const fetching = pace(async () => {
    failed.value = !(await fetched());
    if (failed.peek()) retry = setTimeout(fetching.soon, RETRY_MS);
    else if (isBehind()) fetching.soon();
  }, EVERY_MS);
  fetching.soon();
  const stop = effect(() => {
    if (isBehind()) fetching.soon();
  });
  return () => {
    stop();
    fetching.stop();
    clearTimeout(retry);
  };
}

/** The room has moved on. Of a large room, the server may tell what was so a moment ago. */
function isBehind(): boolean {
  return position.value > (found.peek()?.position ?? 0);
}

async function fetched(): Promise<boolean> {
  try {
    const answer = await fetch(roomPath("/record.json") + seatQuery());
    if (!answer.ok) return false;
    found.value = (await answer.json()) as RecordPage;
    return true;
  } catch {
    return false;
  }
}
