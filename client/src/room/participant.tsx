import { attempt } from "../commands.ts";
import { AtTable, InHall } from "../hall/at-table/at-table.tsx";
import { OnTheWallLater } from "../hall/wall/later.tsx";
import { Icon } from "../icons.tsx";
import { me } from "../people.tsx";
import { announce } from "../status.ts";
import { placeWord } from "../steps/places.ts";
import { all, record } from "../store.ts";
import { t } from "../words.ts";
import { room, shownStep } from "./agenda.ts";
import { Banners } from "./banners.tsx";
import { CaseBar } from "./case-bar.tsx";
import { handOrder } from "./hands.ts";
import { FocusLine } from "./heading.tsx";
import { Lobby } from "./lobby.tsx";
import { NoticeBar } from "./notices.tsx";
import { handPlace } from "./people-list.tsx";
import { AskedOfMe } from "./remarks/asked.tsx";
import { remarkOnStep } from "./remarks/sheet.tsx";
import { openSheet } from "./sheets.tsx";
import { Stage, StepHeading } from "./stage.tsx";
import { Timer } from "./timer.tsx";

/** The room for everybody but the chair: where we are, one task, and four things in reach of the thumb. */
export function ParticipantRoom() {
  const step = shownStep();
  return (
    <div class="room">
      <CaseBar />
      <AtTable part="strip" />
      <InHall part="strip" />
      <Head />
      <div class="room-banners" role="region" aria-label={t("banners-name")}>
        <Banners />
      </div>
      <main id="main" class="room-main">
        <AtTable part="noChair" />
        <AskedOfMe />
        <MyPlace />
        {step ? <Stage step={step} /> : record("hall", "hall") ? <InHall part="lobby" /> : <Lobby />}
        <OnTheWallLater />
        <NoticeBar />
      </main>
      <div class="room-foot">
        <AtTable part="ready" />
        <Bar />
      </div>
    </div>
  );
}

function Head() {
  const where = room();
  const step = shownStep();
  if (!where) return null;
  return (
    <header class="room-head">
      {step && !where.case && <p class="note soft one-line">{where.purpose}</p>}
      <div class="split">
        <p class="focus-line">
          {step ? t("head-step", { number: step.number, of: all("step").length }) : beforeStart()}
        </p>
        {step?.id === where.current && step && <Timer step={step} />}
      </div>
      <StepHeading shows={`room ${step?.id}`}>{step?.title ?? where.title}</StepHeading>
      {step && !where.case && <FocusLine />}
    </header>
  );
}

/** What stands above a lobby: in a hall, what its tables do. */
function beforeStart(): string {
  return record("hall", "hall")?.exercise ?? t("head-before-start");
}

function Bar() {
  return (
    <nav class="bottom-bar" aria-label={t("bar-name")}>
      <Hand />
      <AskWhy />
      <button type="button" class="bar-action" onClick={() => openSheet("people")}>
        <Icon name="people" />
        {t("sheet-people")}
      </button>
      <button type="button" class="bar-action" onClick={() => openSheet("steps")}>
        <Icon name="order" />
        {t("sheet-steps")}
      </button>
      <button type="button" class="bar-action" onClick={() => openSheet("more")}>
        <Icon name="more" />
        {t("sheet-more")}
      </button>
    </nav>
  );
}

/** Where this person stands in the line of hands, and how the line is ordered. */
function MyPlace() {
  const place = handPlace(me()?.id);
  if (place === 0) return null;
  return (
    <p class="note soft hand-line">{t("hand-line", { place: placeWord(place), order: t(`hand-order-${handOrder()}`) })}</p>
  );
}

/** Ask why, or say that one sees it differently: about the step, or about the meeting. */
function AskWhy() {
  if (me()?.role === "observer") return null;
  return (
    <button type="button" class="bar-action" onClick={remarkOnStep}>
      <Icon name="ask-why" />
      {t("bar-ask-why")}
    </button>
  );
}

function Hand() {
  const own = me();
  const place = handPlace(own?.id);
  const toggle = async () => {
    const outcome = await attempt({ type: place ? "lower_hand" : "raise_hand" });
    if (outcome.ok) announce(place ? t("hand-down-said") : t("hand-up-said", { place: placeWord(handPlace(own?.id)) }));
  };
  return (
    <button type="button" class="bar-action" aria-pressed={place > 0} onClick={() => void toggle()}>
      <Icon name="hand" />
      {place ? t("hand-place", { place: placeWord(place) }) : t("hand-raise")}
    </button>
  );
}
