import { Icon } from "../../icons.tsx";
import { isChair } from "../../people.tsx";
import { room } from "../../room/agenda.ts";
import { Closed } from "../../room/closed.tsx";
import { Desk } from "../../room/desk.tsx";
import { ParticipantRoom } from "../../room/participant.tsx";
import { t } from "../../words.ts";
import { helpWanted } from "./said.ts";
import { view } from "./view.ts";

/** What everybody does together: the usual screen of the hall's own room, with the way back. */
export function Plenary() {
  const waiting = helpWanted().length;
  return (
    <>
      <nav class="hall-back" aria-label={t("hall-desk-views")}>
        <button type="button" class="button" onClick={() => (view.value = "tables")}>
          <Icon name="back" />
          {t("hall-desk-back")}
        </button>
        {waiting > 0 && (
          <p class="chip risk">
            <Icon name="hand" />
            {t("hall-desk-help-count", { count: waiting })}
          </p>
        )}
      </nav>
      {room()?.closed !== null ? <Closed /> : isChair() ? <Desk /> : <ParticipantRoom />}
    </>
  );
}
