import { roomPath } from "../../http.ts";
import { Icon } from "../../icons.tsx";
import { room } from "../../room/agenda.ts";
import { LineBanner } from "../../room/banners.tsx";
import { StepHeading } from "../../room/stage.tsx";
import { seatQuery } from "../../seat.ts";
import { t } from "../../words.ts";
import { DebriefLater } from "../wall/later.tsx";
import { view } from "./view.ts";

/** After the end: what the trainer takes away, and the tables beside one another once more. */
export function Ended() {
  return (
    <div class="room">
      <header class="room-head">
        <p class="focus-line">{room()?.title}</p>
        <StepHeading shows="hall ended">{t("hall-desk-ended")}</StepHeading>
      </header>
      <div class="room-banners" role="region" aria-label={t("banners-name")}>
        <LineBanner />
      </div>
      <main id="main" class="room-main">
        <div class="stack open">
          <p class="lead">{t("hall-desk-ended-text")}</p>
          <div class="buttons">
            <a class="button primary big" href={roomPath("/record") + seatQuery()}>
              <Icon name="minutes" />
              {t("hall-desk-ended-record")}
            </a>
            <button type="button" class="button" onClick={() => (view.value = "plenary")}>
              {t("hall-desk-ended-plenary")}
            </button>
          </div>
          <DebriefLater />
        </div>
      </main>
    </div>
  );
}
