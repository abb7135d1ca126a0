import { line } from "../connection.ts";
import { roomPath } from "../http.ts";
import { Icon } from "../icons.tsx";
import { LineBanner } from "../room/banners.tsx";
import { Confirm } from "../room/confirm.tsx";
import { NoticeBar, StatusRegion } from "../room/notices.tsx";
import { Stopped } from "../room/stopped.tsx";
import { seatQuery } from "../seat.ts";
import { focusSoon } from "../steps/focus.ts";
import { t } from "../words.ts";
import { recordPage } from "./fetched.ts";
import { Minutes } from "./minutes.tsx";
import { Retention } from "./retention.tsx";
import { Seal } from "./seal.tsx";
import { TakeAway } from "./take-away.tsx";

/** The record on a page of its own. */
export function RecordScreen() {
  if (line.value === "stopped") return <Stopped />;
  const page = recordPage.value;
  return (
    <div class="page">
      <header class="page-head record-head split no-print">
        <a class="button quiet" href={roomPath() + seatQuery()}>
          <Icon name="join" />
          {t("minutes-back")}
        </a>
        {page && (
          <button type="button" class="button quiet" onClick={() => focusSoon("take-away")}>
            <Icon name="download" />
            {t("minutes-take-away")}
          </button>
        )}
      </header>
      <main id="main" class="page-main broad stack open">
        <div role="region" aria-label={t("banners-name")}>
          <LineBanner />
        </div>
        <header class="stack close">
          <p class="kicker">{t("minutes-closed")}</p>
          <h1>
            <bdi>{page?.document.title}</bdi>
          </h1>
        </header>
        <Minutes level={2} />
        {page && <TakeAway />}
        {page && <Seal />}
        {page && <Retention />}
        <NoticeBar />
      </main>
      <Confirm />
      <StatusRegion />
    </div>
  );
}
