/** The page of one's own meetings on this device: what they came to, and what is still to come. */

import { useEffect, useRef, useState } from "preact/hooks";
import { useAnnounced } from "../announced.ts";
import { Icon } from "../icons.tsx";
import { forgetMeetings, forgetOne, myMeetings } from "../my-meetings.ts";
import { StatusRegion } from "../room/notices.tsx";
import { t } from "../words.ts";
import { ComingUp } from "./coming-up.tsx";
import { Compare } from "./comparison.tsx";
import { Disagreements } from "./disagreements.tsx";
import { Library } from "./library.tsx";
import { askAll, askRoom, type Room, there } from "./load.ts";
import { MeetingList } from "./meeting-list.tsx";
import { SearchPart } from "./search-part.tsx";
import { Trends } from "./trend-list.tsx";

/** The meetings that this browser has a seat in, and all that can be found in them. */
export function Archive() {
  const [rooms, setRooms] = useState<readonly Room[]>(() => myMeetings().map((mine) => ({ mine, state: "asked" })));
  const head = useRef<HTMLParagraphElement>(null);
  const ask = (which: readonly Room[]) => {
    const meetings = which.map(({ mine }) => mine);
    const codes = new Set(meetings.map(({ code }) => code));
    setRooms((before) => before.map((room) => (codes.has(room.mine.code) ? { mine: room.mine, state: "asked" } : room)));
    const put = (room: Room) => setRooms((before) => before.map((old) => (old.mine.code === room.mine.code ? room : old)));
    void askAll(meetings, askRoom, put);
  };
  useEffect(() => ask(rooms), []);
  const forget = () => {
    forgetMeetings();
    setRooms([]);
    head.current?.focus();
  };
  const forgetRoom = (code: string) => {
    forgetOne(code);
    setRooms((before) => before.filter(({ mine }) => mine.code !== code));
    head.current?.focus();
  };
  const found = there(rooms);
  return (
    <main id="main" class="page-main stack open archive">
      <header class="stack close">
        <h1>{t("mine-head")}</h1>
        <p class="soft" tabIndex={-1} ref={head}>
          {rooms.length > 0 ? t("mine-here-only") : t("mine-empty")}
        </p>
        <Progress rooms={rooms} again={ask} />
      </header>
      {found.length > 0 && <SearchPart found={found} />}
      <ComingUp found={found} />
      {rooms.length > 0 && <MeetingList rooms={rooms} found={found} forget={forgetRoom} />}
      <Disagreements found={found} />
      <Trends found={found} />
      <Library found={found} />
      <Compare found={found} />
      <Ways any={rooms.length > 0} forget={forget} />
      <StatusRegion />
    </main>
  );
}

interface ProgressProps {
  readonly rooms: readonly Room[];
  readonly again: (rooms: readonly Room[]) => void;
}

/** How many rooms have answered, and a way to ask those again that could not be reached. */
function Progress({ rooms, again }: ProgressProps) {
  const asked = rooms.filter(({ state }) => state === "asked").length;
  const unreached = rooms.filter(({ state }) => state === "unreached");
  const missed = asked === 0 && unreached.length > 0 ? t("archive-unreached", { count: unreached.length }) : "";
  useAnnounced(missed);
  return (
    <>
      {asked > 0 && <p class="soft">{t("archive-asking", { done: rooms.length - asked, of: rooms.length })}</p>}
      {missed && <p class="soft">{missed}</p>}
      {asked === 0 && unreached.length > 0 && (
        <p class="buttons no-print">
          <button type="button" class="button" onClick={() => again(unreached)}>
            <Icon name="undo" />
            {t("archive-again")}
          </button>
        </p>
      )}
    </>
  );
}

function Ways({ any, forget }: { readonly any: boolean; readonly forget: () => void }) {
  return (
    <div class="buttons">
      <a class="button" href="/">
        <Icon name="join" />
        {t("mine-join")}
      </a>
      <a class="button" href="/start">
        <Icon name="add" />
        {t("mine-start")}
      </a>
      {any && (
        <button type="button" class="button danger" onClick={forget}>
          <Icon name="delete" />
          {t("mine-forget")}
        </button>
      )}
    </div>
  );
}
