/** The projector's page: large, read-only, sent nothing that is not for everybody. */

import { useSignal } from "@preact/signals";
import { line } from "./connection.ts";
import { Icon } from "./icons.tsx";
import { currentStep, room } from "./room/agenda.ts";
import { LineBanner } from "./room/banners.tsx";
import { JoinCode, JoinDrawing } from "./room/invite.tsx";
import { Opening, Stopped } from "./room/stopped.tsx";
import { Timer } from "./room/timer.tsx";
import { kinds } from "./steps/kinds.ts";
import { all } from "./store.ts";
import type { StepRecord } from "./wire.ts";
import { t } from "./words.ts";

/** What the whole room looks at. */
export function Wall() {
  const off = useSignal(false);
  const where = room();
  if (line.value === "stopped") return <Stopped />;
  if (!where) return <Opening />;
  const step = shownOnWall();
  const toggle = () => (off.value = !off.value);
  return (
    <div class={off.value ? "wall blank" : "wall"}>
      {off.value ? <div /> : <Lit />}
      <footer class="wall-foot">
        {off.value || !step ? <div /> : <Door />}
        <button type="button" class="button" aria-pressed={off.value} onClick={toggle}>
          <Icon name={off.value ? "visible" : "blank"} />
          {t(off.value ? "wall-on" : "wall-off")}
        </button>
      </footer>
    </div>
  );
}

function shownOnWall(): StepRecord | undefined {
  return room()?.closed === null ? currentStep() : undefined;
}

function Lit() {
  const where = room();
  const step = shownOnWall();
  return (
    <>
      <header class="wall-head">
        <div>
          <p class="soft">
            {step
              ? t("head-step", { number: step.number, of: all("step").length })
              : t(where?.closed === null ? "wall-welcome" : "closed-title")}
          </p>
          <h1>{step?.title ?? where?.title}</h1>
        </div>
        {step && <Timer step={step} />}
        <LineBanner />
      </header>
      <main id="main" class="wall-main">
        {step ? <StepOnWall key={step.id} step={step} /> : <WallLobby />}
      </main>
    </>
  );
}

function WallLobby() {
  return (
    <div class="stack open">
      <p class="lead">{room()?.purpose}</p>
      <Door />
    </div>
  );
}

function StepOnWall({ step }: { readonly step: StepRecord }) {
  const { Wall: Show } = kinds[step.kind];
  return <Show step={step} />;
}

/** The way in stays in the corner: somebody always comes late. */
function Door() {
  const members = all("member").filter((of) => of.here).length;
  if (room()?.closed !== null) return null;
  return (
    <div class="wall-door">
      <JoinDrawing />
      <div>
        <p>{t("wall-join", { host: location.host })}</p>
        <JoinCode />
        <p class="soft">{t("lobby-here", { count: members })}</p>
      </div>
    </div>
  );
}
