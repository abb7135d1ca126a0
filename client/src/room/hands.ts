import { all, record } from "../store.ts";
import type { RoomRecord } from "../wire.ts";

/** Whose hands are raised, in the order in which they are to speak. Renders again when it changes. */
export function hands(): readonly string[] {
  return [...all("hand")].sort((a, b) => a.place - b.place).map((hand) => hand.member);
}

/** How the line of hands is ordered. */
export type HandOrder = RoomRecord["hand_order"];

/** Every order that there is, the usual one first. */
export const HAND_ORDERS: readonly HandOrder[] = ["raised", "least_heard", "remote_first"];

/** The order of now. */
export function handOrder(): HandOrder {
  return record("room", "room")?.hand_order ?? "raised";
}
