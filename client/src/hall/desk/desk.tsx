import { useEffect } from "preact/hooks";
import { Icon, type IconName } from "../../icons.tsx";
import { room } from "../../room/agenda.ts";
import { Banners } from "../../room/banners.tsx";
import { openSheet } from "../../room/sheets.tsx";
import { StepHeading } from "../../room/stage.tsx";
import { t } from "../../words.ts";
import { followFloor } from "../floor-line.ts";
import { AtWork } from "./at-work.tsx";
import { Compare } from "./compare.tsx";
import { Dialogs } from "./dialogs.tsx";
import { End } from "./end.tsx";
import { Ended } from "./ended.tsx";
import { MirrorControl } from "./mirror.tsx";
import { NextAct } from "./next-act.tsx";
import { Plenary } from "./plenary.tsx";
import { SaveExercise } from "./save.tsx";
import { sayHelp } from "./said.ts";
import { Seating } from "./seating.tsx";
import { SetUp } from "./set-up.tsx";
import { hall } from "./tables.ts";
import { Timings } from "./timings.tsx";
import { view } from "./view.ts";
import { WallControl } from "./wall-control.tsx";

/** The trainer's desk: all tables on one screen, before the start, at work, and after the end. */
export function TrainersDesk() {
  useEffect(followFloor, []);
  useEffect(sayHelp, []);
  return (
    <>
      <Shown />
      <Dialogs />
    </>
  );
}

function Shown() {
  if (view.value === "plenary") return <Plenary />;
  return room()?.closed === null ? <Tables /> : <Ended />;
}

const MAIN = { before: SetUp, tables: AtWork, compare: Compare } as const;

function Tables() {
  const now = hall()?.begun === null ? "before" : view.value === "compare" ? "compare" : "tables";
  const Main = MAIN[now];
  return (
    <div class="hall-desk">
      <Head />
      <div class="desk-banners" role="region" aria-label={t("banners-name")}>
        <Banners />
      </div>
      <main id="main" class="desk-live">
        <div class="desk-step stack open">
          <StepHeading shows={`hall ${now}`}>{t(`hall-desk-title-${now}`)}</StepHeading>
          <Main />
        </div>
        <NextAct />
      </main>
      <aside class="hall-aside" aria-label={t("hall-desk-beside")}>
        <div class="stack open">
          {now === "before" ? <Seating /> : <Timings />}
          <MirrorControl />
          <WallControl />
          <SaveExercise />
          <End />
        </div>
      </aside>
    </div>
  );
}

function Head() {
  const code = document.body.dataset["room"] ?? "";
  return (
    <header class="desk-head">
      <div class="desk-title">
        <p>
          <strong>{room()?.title}</strong>
        </p>
        {hall()?.exercise !== room()?.title && <p class="note soft one-line">{hall()?.exercise}</p>}
      </div>
      <nav class="buttons" aria-label={t("hall-desk-views")}>
        {hall()?.begun !== null && (
          <>
            <ViewButton to="tables" icon="people" />
            <ViewButton to="compare" icon="differ" />
          </>
        )}
        <ViewButton to="plenary" icon="speak" />
      </nav>
      <div class="buttons">
        <button type="button" class="button" onClick={() => openSheet("invite")}>
          <Icon name="qr" />
          {t("desk-code", { code })}
        </button>
        <button type="button" class="button" onClick={() => openSheet("more")}>
          <Icon name="more" />
          {t("sheet-more")}
        </button>
      </div>
    </header>
  );
}

function ViewButton({ to, icon }: { readonly to: typeof view.value; readonly icon: IconName }) {
  return (
    <button type="button" class="button" aria-pressed={view.value === to} onClick={() => (view.value = to)}>
      <Icon name={icon} />
      {t(`hall-desk-view-${to}`)}
    </button>
  );
}
