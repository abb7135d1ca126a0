/** The wall of a hall: whatever the trainer shows of its tables, for a whole hall to read. */

import { useEffect, useRef } from "preact/hooks";
import { room } from "../../room/agenda.ts";
import { LineBanner } from "../../room/banners.tsx";
import { keepFitting } from "../../wall-fit.ts";
import { followFloor } from "../floor-line.ts";
import { questionFor } from "./ask.ts";
import { Ask, Busy } from "./parts.tsx";
import { hall } from "./records.ts";
import { titleOf, View } from "./view.tsx";

/** Everything between the edge of the wall and its foot. */
export function HallWall() {
  useEffect(followFloor, []);
  const shown = hall()?.shown ?? {};
  return (
    <>
      <header class={shown.what === "nothing" ? "visually-hidden" : "wall-head hall-wall-head"}>
        <div>
          <h1 class="kicker">{room()?.title}</h1>
          <h2>{titleOf(shown)}</h2>
        </div>
        <Busy />
        <LineBanner />
      </header>
      <Fitted key={`${shown.what} ${shown.table}`} />
    </>
  );
}

function Fitted() {
  const main = useRef<HTMLElement>(null);
  const shown = hall()?.shown ?? {};
  useEffect(() => (main.current ? keepFitting(main.current) : undefined), []);
  return (
    <main id="main" class="wall-main hall-wall stack" ref={main}>
      <View shown={shown} at="wall" />
      <Ask words={questionFor(shown)} />
    </main>
  );
}
