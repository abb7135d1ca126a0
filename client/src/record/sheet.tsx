import { roomPath } from "../http.ts";
import { Icon } from "../icons.tsx";
import { seatQuery } from "../seat.ts";
import { t } from "../words.ts";
import { Minutes } from "./minutes.tsx";

/** The minutes so far in a sheet of the room, and the way to them as a page. */
export function MinutesSheet() {
  return (
    <div class="stack">
      <p>
        <a class="button quiet" href={`${roomPath("/record")}${seatQuery()}`} target="_blank" rel="noopener">
          <Icon name="minutes" />
          {t("minutes-open-page")}
        </a>
      </p>
      <Minutes level={3} />
    </div>
  );
}
