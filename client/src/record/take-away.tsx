import { roomPath } from "../http.ts";
import { Icon } from "../icons.tsx";
import { readsOwnCopy } from "../people.tsx";
import { seatQuery } from "../seat.ts";
import { t } from "../words.ts";
import { Exports } from "./exports.tsx";

/** What leaves the room with people: on paper, as files, sealed. */
export function TakeAway() {
  return (
    <section class="stack no-print" aria-labelledby="take-away">
      <h2 id="take-away" tabIndex={-1}>{t("minutes-take-away")}</h2>
      <Exports />
      <div class="buttons">
        <button type="button" class="button" onClick={() => print()}>
          <Icon name="print" />
          {t("minutes-print")}
        </button>
        {!readsOwnCopy() && (
          <a class="button" href={roomPath("/sheet") + seatQuery()}>
            <Icon name="minutes" />
            {t("closed-sheet")}
          </a>
        )}
      </div>
    </section>
  );
}
