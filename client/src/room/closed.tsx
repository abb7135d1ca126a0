import { useEffect } from "preact/hooks";
import { now } from "../clock.ts";
import { AtTable, InHall } from "../hall/at-table/at-table.tsx";
import { roomPath } from "../http.ts";
import { Icon } from "../icons.tsx";
import { forgetMyself } from "../steps/collect/myself.tsx";
import { isChair, keepsRecord, readsOwnCopy } from "../people.tsx";
import { seatQuery } from "../seat.ts";
import { dayAt } from "../steps/day.ts";
import { all, record } from "../store.ts";
import { t } from "../words.ts";
import { looking, room, shownStep } from "./agenda.ts";
import { LineBanner } from "./banners.tsx";
import { Followed, FollowLink, OutcomesLink } from "./from-last-time.tsx";
import { Limits } from "./limits.tsx";
import { Later } from "../later.tsx";
import { FocusLine } from "./heading.tsx";
import { NoticeBar } from "./notices.tsx";
import { Rail } from "./rail.tsx";
import { MyEntry } from "./register/my-entry.tsx";
import { Stage, StepHeading } from "./stage.tsx";

/** The meeting is over: thanks, the sheet, and every step to look back at. */
export function Closed() {
  useEffect(forgetMyself, []);
  const step = looking.value === undefined ? undefined : shownStep();
  return (
    <div class="room">
      <AtTable part="strip" />
      <header class="room-head">
        <p class="focus-line">{step ? t("head-step", { number: step.number, of: all("step").length }) : room()?.title}</p>
        <StepHeading shows={`closed ${step?.id}`}>{step?.title ?? t("closed-title")}</StepHeading>
        <FocusLine />
      </header>
      <div class="room-banners" role="region" aria-label={t("banners-name")}>
        <LineBanner />
      </div>
      <main id="main" class="room-main">
        {step ? (
          <div class="stack">
            <div class="buttons">
              <button type="button" class="button" onClick={() => (looking.value = undefined)}>
                <Icon name="back" />
                {t("closed-back")}
              </button>
            </div>
            <Stage step={step} />
          </div>
        ) : (
          <Farewell />
        )}
        <NoticeBar />
      </main>
    </div>
  );
}

/** Until when the minutes can be put right, and what waits for those who answer. */
function Corrections() {
  const found = record("correcting", "correcting");
  if (!found || found.until === null) return null;
  const over = found.until < now.value;
  return (
    <div class="stack close">
      <p>{t(over ? "minutes-over-since" : "minutes-open-until", { day: dayAt(found.until) })}</p>
      {!over && keepsRecord() && found.waiting > 0 && (
        <p class="status">
          <Icon name="wait" />
          {t("closed-corrections", { count: found.waiting })}
        </p>
      )}
    </div>
  );
}

/** Who waits for the chair to say whether their words go: the answer is given further down. */
function Wishes() {
  const open = all("wish").filter((wish) => wish.because === "").length;
  if (!isChair() || open === 0) return null;
  return (
    <p class="status">
      <Icon name="wait" />
      <a href="#kept-head">{t("closed-wishes", { count: open })}</a>
    </p>
  );
}

const seal = async () => (await import("../record/seal.tsx")).Seal;
const retention = async () => (await import("../record/retention.tsx")).Retention;

/** The one thing that most people want now: the minutes, and for a family its message before them. */
function FirstToRead() {
  const own = readsOwnCopy();
  return (
    <div class="buttons">
      {own && (
        <a class="button primary big" href={roomPath("/message") + seatQuery()}>
          <Icon name="family" />
          {t("closed-message")}
        </a>
      )}
      <a class={own ? "button" : "button primary big"} href={roomPath("/record") + seatQuery()}>
        <Icon name="minutes" />
        {t("closed-minutes")}
      </a>
      <FollowLink />
    </div>
  );
}

/** What some people want some day, in a calm list. */
function TheRest() {
  return (
    <div class="closed-rest">
      {!readsOwnCopy() && (
        <a class="button quiet" href={roomPath("/sheet") + seatQuery()} target="_blank" rel="noopener">
          <Icon name="print" />
          {t("closed-sheet")}
        </a>
      )}
      <a class="button quiet" href={roomPath("/calendar.ics")} download>
        <Icon name="calendar" />
        {t("more-calendar")}
      </a>
      <a class="button quiet" href={roomPath("/replay") + seatQuery()}>
        <Icon name="play" />
        {t("closed-replay")}
      </a>
      {keepsRecord() && (
        <a class="button quiet" href={roomPath("/disclose") + seatQuery()}>
          <Icon name="copy" />
          {t("closed-disclose")}
        </a>
      )}
      <OutcomesLink />
    </div>
  );
}

function Farewell() {
  const opened = all("step").some((step) => step.opened);
  return (
    <div class="stack open">
      <p class="lead">{t("closed-thanks")}</p>
      <InHall part="farewell" />
      <AtTable part="farewell" />
      <FirstToRead />
      <Corrections />
      <Wishes />
      <TheRest />
      <Followed />
      <Limits />
      <Later load={seal} />
      <Later load={retention} />
      <details class="more">
        <summary>{t("lobby-entry")}</summary>
        <MyEntry />
      </details>
      {opened && (
        <section class="stack">
          <h2>{t("closed-look")}</h2>
          <Rail canOpen={(step) => step.opened} />
        </section>
      )}
    </div>
  );
}
