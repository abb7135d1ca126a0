import { all } from "../store.ts";

/** Whose hands are raised, first come first. Renders again when one goes up or down. */
export function hands(): readonly string[] {
  return [...all("hand")].sort((a, b) => a.place - b.place).map((hand) => hand.member);
}
