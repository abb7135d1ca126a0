/** Two wordings of one text: what the room has, and what somebody is typing. */

import type { TextRecord } from "../../wire.ts";

/** Words in the making, and the version of the text that they started from. */
export interface Draft {
  readonly words: string;
  readonly version: number;
}

/** How a draft stands to the text: the same, further on, or begun before somebody changed it. */
export type Standing = "same" | "ahead" | "apart";

/** Say how a draft stands to the text. Only spaces at the ends of lines make no difference. */
export function standing(kept: Draft | undefined, text: Pick<TextRecord, "words" | "version">): Standing {
  if (!kept || tidy(kept.words) === text.words) return "same";
  return kept.version === text.version ? "ahead" : "apart";
}

/** Return words as the room keeps them: lines without outer or double spaces, one empty line at most. */
export function tidy(words: string): string {
  const lines = words.split(/\r\n|\r|\n/).map((line) => line.replace(/\s+/g, " ").trim());
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+|\n+$/g, "");
}

/** Return both wordings in one text: neither is lost, and the holder makes one of them. */
export function both(theirs: string, mine: string): string {
  return theirs === "" ? mine : `${theirs}\n\n${mine}`;
}
