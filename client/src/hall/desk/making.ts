/** Tables are rooms, and rooms are made by the server. */

import { roomPath } from "../../http.ts";
import { seatQuery } from "../../seat.ts";
import { t } from "../../words.ts";

/** Make so many more tables; return what went wrong in words, or nothing. */
export async function makeTables(count: number): Promise<string | undefined> {
  try {
    const body = new URLSearchParams({ count: String(count) });
    const answer = await fetch(roomPath("/tables") + seatQuery(), { method: "POST", body });
    return answer.ok ? undefined : ((await answer.json()) as { readonly sentence: string }).sentence;
  } catch {
    return t("link-unreachable");
  }
}

/** Return where a trainer goes to look in at a table. */
export function visitPath(table: string): string {
  return roomPath(`/tables/${table}/visit`) + seatQuery();
}
