/** The projector's page: large, read-only, sent nothing that is not for everybody. */

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { line } from "./connection.ts";
import { HallWallLater } from "./hall/wall/later.tsx";
import { siteHost } from "./http.ts";
import { Icon } from "./icons.tsx";
import { currentStep, room } from "./room/agenda.ts";
import { LineBanner } from "./room/banners.tsx";
import { FocusLine } from "./room/heading.tsx";
import { JoinCode, JoinDrawing } from "./room/invite.tsx";
import { Opening, Stopped } from "./room/stopped.tsx";
import { Timer } from "./room/timer.tsx";
import { kinds } from "./steps/kinds.ts";
import { all, record } from "./store.ts";
import { keepFitting } from "./wall-fit.ts";
import type { StepRecord } from "./wire.ts";
import { t } from "./words.ts";

/** What the whole room looks at. */
export function Wall() {
  const off = useSignal(false);
  if (line.value === "stopped") return <Stopped />;
  if (!room()) return <Opening />;
  const toggle = () => (off.value = !off.value);
  return (
    <div class={off.value ? "wall blank" : "wall"}>
      {off.value ? <Dark /> : record("hall", "hall") ? <HallWallLater /> : <Lit />}
      <footer class="wall-foot">
        {off.value ? <span /> : <LateDoor />}
        <button type="button" class="button" aria-pressed={off.value} onClick={toggle}>
          <Icon name={off.value ? "visible" : "blank"} />
          {t(off.value ? "wall-on" : "wall-off")}
        </button>
      </footer>
    </div>
  );
}

/** Nothing for eyes; a page for assistive technology all the same. */
function Dark() {
  return (
    <main id="main" class="visually-hidden">
      <h1>{t("wall-dark")}</h1>
    </main>
  );
}

/** The step on the wall: the current one, and after the end what the group leaves with. */
function stepOnWall(): StepRecord | undefined {
  if (room()?.closed === null) return currentStep();
  return all("step")
    .filter((step) => step.kind === "settle" && step.opened)
    .pop();
}

function Lit() {
  const where = room();
  const step = stepOnWall();
  const open = where?.closed === null;
  return (
    <>
      <header class="wall-head">
        <div>
          <p class="soft">
            {!open
              ? t("closed-title")
              : step
                ? t("head-step", { number: step.number, of: all("step").length })
                : t("wall-welcome")}
          </p>
          <h1>{step?.title ?? where?.title}</h1>
          <FocusLine />
        </div>
        {step && open && <Timer step={step} />}
        <LineBanner />
      </header>
      {step ? <AtWork key={step.id} step={step} /> : <Idle />}
    </>
  );
}

function AtWork({ step }: { readonly step: StepRecord }) {
  const main = useRef<HTMLElement>(null);
  useEffect(() => (main.current ? keepFitting(main.current) : undefined), []);
  const { Wall: Show } = kinds[step.kind];
  return (
    <main id="main" class="wall-main" ref={main}>
      <Show step={step} />
    </main>
  );
}

/** Before the start, the way in is what the wall is for. */
function Idle() {
  const over = room()?.closed !== null;
  return (
    <main id="main" class="wall-main stack open">
      <p class="lead">{over ? t("closed-thanks") : room()?.purpose}</p>
      {!over && <Door />}
    </main>
  );
}

function Door() {
  const here = all("member").filter((of) => of.here).length;
  return (
    <div class="wall-door">
      <JoinDrawing />
      <div>
        <p>{t("wall-join", { host: siteHost() })}</p>
        <JoinCode />
        <p class="soft">{t("lobby-here", { count: here })}</p>
      </div>
    </div>
  );
}

/** Somebody always comes late: where the way in is not what the wall is for, it stays small in the corner. */
function LateDoor() {
  const hall = record("hall", "hall");
  const isLarge = hall ? hall.shown.what === "seats" : !currentStep();
  if (room()?.closed !== null || isLarge) return <span />;
  return (
    <div class="cluster">
      <JoinDrawing />
      <p>{t("wall-join", { host: siteHost() })}</p>
      <JoinCode />
    </div>
  );
}
