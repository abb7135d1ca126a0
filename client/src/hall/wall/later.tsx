/** The wall of tables and its views in the hand, fetched once somebody looks at them. */

import { Later } from "../../later.tsx";
import { record } from "../../store.ts";
import { moreWords } from "../../words.ts";

const wall = async () => (await Promise.all([import("./page.tsx"), moreWords("hall-wall")]))[0].HallWall;
const debrief = async () => (await Promise.all([import("./debrief.tsx"), moreWords("hall-wall")]))[0].Debrief;
const inTheHand = async () => (await Promise.all([import("./debrief.tsx"), moreWords("hall-wall")]))[0].OnTheWall;

/** The projector's page of a hall. */
export function HallWallLater() {
  return <Later load={wall} />;
}

/** For the trainer: every view of the tables, one at a time. */
export function DebriefLater() {
  return <Later load={debrief} />;
}

/** For everybody in a hall: what is on the wall now, on their own screen. */
export function OnTheWallLater() {
  return record("hall", "hall")?.begun == null ? null : <Later load={inTheHand} />;
}
