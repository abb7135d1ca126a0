/** The few things that the room's pages give over plain HTTP. */

import { seatQuery } from "./seat.ts";

/** A link to hand on, or the sentence that says why there is none. */
export type LinkAnswer = { readonly link: string } | { readonly sentence: string };

/** Return the address of a page of this room. */
export function roomPath(page = ""): string {
  return `/r/${document.body.dataset["room"] ?? ""}${page}`;
}

/** Return the address that other people use: the host may know a better one than this browser. */
export function site(): string {
  return document.body.dataset["site"] || location.origin;
}

/** Return that address without its scheme, as people type it. */
export function siteHost(): string {
  return new URL(site()).host;
}

/** Say whether that address leads nowhere but to this computer. */
export function isOnlyHere(): boolean {
  return /^(localhost|127\.|\[::1\])/.test(siteHost());
}

/** Ask for a link; `unreachable` is the sentence for a line that is down. */
export async function askForLink(page: string, unreachable: string): Promise<LinkAnswer> {
  try {
    const answer = await fetch(roomPath(page) + seatQuery(), { method: "POST" });
    return (await answer.json()) as LinkAnswer;
  } catch {
    return { sentence: unreachable };
  }
}
