import { Icon } from "../icons.tsx";
import { t } from "../words.ts";
import { attempt } from "../commands.ts";
import { AtTable } from "../hall/at-table/at-table.tsx";
import { all, record } from "../store.ts";
import { currentStep, isTable, room, shownStep } from "./agenda.ts";
import { AgendaButton } from "./agenda-button.tsx";
import { Banners } from "./banners.tsx";
import { CaseBar } from "./case-bar.tsx";
import { DeskPeople } from "./desk-people.tsx";
import { FocusLine } from "./heading.tsx";
import { ChairLobby } from "./lobby.tsx";
import { NextAct } from "./next-act.tsx";
import { Rail, TimeToGo } from "./rail.tsx";
import { CaseRiskButton } from "./risk.tsx";
import { DeskBeside, openSheet } from "./sheets.tsx";
import { Stage, StepHeading } from "./stage.tsx";
import { Timer } from "./timer.tsx";

/** The chair's desk: the agenda, the live step with its one next act, and the people. */
export function Desk() {
  const step = shownStep();
  const where = room();
  if (!where) return null;
  return (
    <div class="desk">
      <CaseBar />
      <AtTable part="strip" />
      <Head />
      <div class="desk-banners" role="region" aria-label={t("banners-name")}>
        <Banners />
      </div>
      <main id="main" class="desk-live">
        <div class="desk-step stack">
          <div class="stack close">
            {step && <p class="kicker">{t("head-step", { number: step.number, of: all("step").length })}</p>}
            <StepHeading shows={`desk ${step?.id}`}>{step?.title ?? where.title}</StepHeading>
            {step && step.id === where.current && <Clock />}
          </div>
          {step ? <Stage step={step} /> : <BeforeTheFirst />}
        </div>
        <NextAct />
      </main>
      <aside class="desk-people" aria-label={t("sheet-people")}>
        <div class="desk-still stack">
          <DeskPeople />
          <AtTable part="more" />
          <DeskBeside />
        </div>
      </aside>
      <nav class="desk-rail" aria-label={t("desk-agenda")}>
        <div class="desk-still stack">
          <h2 class="kicker">{t("desk-agenda")}</h2>
          <Rail canOpen={() => true} />
          <TimeToGo />
          <AgendaButton />
        </div>
      </nav>
    </div>
  );
}

/** In a hall people came in long ago, and sit at their tables. */
function BeforeTheFirst() {
  return record("hall", "hall")?.begun == null ? <ChairLobby /> : <p class="lead">{room()?.purpose}</p>;
}

function Head() {
  const where = room();
  const code = document.body.dataset["room"] ?? "";
  return (
    <header class="desk-head">
      <div class="desk-title">
        <p>
          <strong>{where?.title}</strong>
        </p>
        <p class="note soft one-line">{where?.purpose}</p>
        <FocusLine />
      </div>
      <div class="buttons">
        <CaseRiskButton />
        {!isTable() && (
          <>
            <button type="button" class="button" onClick={() => openSheet("invite")}>
              <Icon name="qr" />
              {t("desk-code", { code })}
            </button>
            <button type="button" class="button" onClick={() => openSheet("wall")}>
              <Icon name="wall" />
              {t("sheet-wall")}
            </button>
          </>
        )}
        <button type="button" class="button" onClick={() => openSheet("more")}>
          <Icon name="more" />
          {t("sheet-more")}
        </button>
      </div>
    </header>
  );
}

/** The time left, and what the chair may do about it. */
function Clock() {
  const step = currentStep();
  const paused = room()?.paused ?? false;
  if (!step) return null;
  const add = (minutes: number) => void attempt({ type: "add_time", minutes });
  return (
    <div class="cluster">
      <Timer step={step} />
      <button type="button" class="button" onClick={() => add(1)}>
        {t("desk-add-time", { minutes: 1 })}
      </button>
      <button type="button" class="button" onClick={() => add(5)}>
        {t("desk-add-time", { minutes: 5 })}
      </button>
      {!paused && (
        <button type="button" class="button" onClick={() => void attempt({ type: "pause" })}>
          <Icon name="pause" />
          {t("desk-pause")}
        </button>
      )}
    </div>
  );
}
