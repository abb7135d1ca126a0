import { DebriefLater } from "../wall/later.tsx";

/** What the tables found beside one another: what the wall may show, for the trainer to look at first. */
export function Compare() {
  return <DebriefLater />;
}
