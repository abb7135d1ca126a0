/**
 * What is kept on this device, so that no word is lost when the line or the page goes. Keys start
 * with the room and the member: a shared phone never mixes two people up.
 */

import { record } from "./store.ts";

/** The start of every key of this member in this room. Call it once `me` is known. */
export function ownPlace(): string {
  const room = document.body.dataset["room"] ?? "";
  return `common-ground/${room}/${record("me", "me")?.id ?? ""}/`;
}

/** Return what is kept under a key; undefined when there is nothing that can be read. */
export function recall(key: string): unknown {
  try {
    const text = localStorage.getItem(key);
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined; // storage is switched off, or somebody else wrote this key
  }
}

/** Keep a value under a key, or forget the key for undefined. */
export function keep(key: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage is full or switched off: the value still lives as long as the page does.
  }
}

/** Return the keys that start with a prefix. */
export function kept(prefix: string): readonly string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}
