import { useId, useState } from "preact/hooks";
import { Icon } from "../icons.tsx";
import { region } from "../steps/names.ts";
import { dayAt } from "../steps/day.ts";
import type { Archive } from "../wire.ts";
import { t } from "../words.ts";
import { dayOfTime, daysBetween } from "./coming.ts";
import { byMonth, ofType, seriesOf, typesOf, whenOf } from "./groups.ts";
import { heldAt, type Room } from "./load.ts";

interface Props {
  readonly rooms: readonly Room[];
  readonly found: readonly Archive[];
  readonly forget: (code: string) => void;
}

/** Every meeting, month by month, or those of one type. */
export function MeetingList({ rooms, found, forget }: Props) {
  const [type, setType] = useState("");
  const id = useId();
  const types = typesOf(found);
  return (
    <section class="stack no-print" aria-labelledby={id}>
      <h2 id={id}>{t("archive-meetings")}</h2>
      {types.length > 1 && <TypeFilter types={types} type={type} choose={setType} />}
      {byMonth(ofType(rooms, type)).map((month) => (
        <section key={month.month} class="stack close">
          <h3 class="kicker">{monthInWords(month.month)}</h3>
          <ul class="stack close" role="list">
            {month.rooms.map((room) => (
              <Meeting key={room.mine.code} room={room} found={found} forget={forget} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function monthInWords(at: number): string {
  const lang = region(document.documentElement.lang);
  return new Intl.DateTimeFormat(lang, { month: "long", year: "numeric" }).format(at);
}

interface FilterProps {
  readonly types: readonly string[];
  readonly type: string;
  readonly choose: (type: string) => void;
}

function TypeFilter({ types, type, choose }: FilterProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{t("archive-type")}</label>
      <select id={id} class="input" value={type} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{t("archive-type-all")}</option>
        {types.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
    </div>
  );
}

interface MeetingProps {
  readonly room: Room;
  readonly found: readonly Archive[];
  readonly forget: (code: string) => void;
}

function Meeting({ room, found, forget }: MeetingProps) {
  const { code } = room.mine;
  const day = useId();
  const title = room.state === "there" ? room.found.meeting.title : room.mine.title;
  return (
    <li class="card stack close">
      <h4 class="archive-title">{room.state === "gone" ? title : <a href={`/r/${code}`}>{title}</a>}</h4>
      <p class="soft">
        <span id={day}>{dayAt(whenOf(room))}</span> · {stateOf(room)}
      </p>
      {room.state === "there" && <Series room={room.found} found={found} day={day} />}
      {room.state === "there" && <CameTo room={room.found} day={day} />}
      {room.state === "there" && <Ways room={room.found} day={day} />}
      {room.state === "gone" && (
        <p class="buttons">
          <button
            type="button"
            class="button quiet"
            aria-label={t("archive-take-off-of", { title })}
            onClick={() => forget(code)}
          >
            <Icon name="delete" />
            {t("archive-take-off")}
          </button>
        </p>
      )}
    </li>
  );
}

interface PartProps {
  readonly room: Archive;
  /** The id of the day: meetings that go on from one another often have the same title. */
  readonly day: string;
}

function stateOf(room: Room): string {
  switch (room.state) {
    case "there": {
      const { meeting, kind } = room.found;
      const words = [kind, meeting.closed === null ? t("mine-open") : t("mine-closed")];
      if (meeting.forget_at !== null) {
        const days = daysBetween(dayOfTime(Date.now()), dayOfTime(meeting.forget_at));
        words.push(t("archive-forgotten-in", { days: Math.max(0, days) }));
      }
      return words.filter((word) => word !== "").join(" · ");
    }
    case "gone":
      return t(room.mine.gone ? "mine-gone" : "archive-gone");
    case "unreached":
      return t("archive-not-reached");
    case "asked":
      return t(room.mine.closed ? "mine-closed" : "mine-open");
    default:
      return room satisfies never;
  }
}

/** All meetings that go on from one another, in their order, as far as this device knows them. */
function Series({ room, found, day }: PartProps & { readonly found: readonly Archive[] }) {
  const series = seriesOf(found).find((each) => each.includes(room)) ?? [];
  if (series.length < 2) return null;
  const { title } = room.meeting;
  const facts = { number: series.indexOf(room) + 1, of: series.length };
  return (
    <details class="more">
      <summary aria-label={t("archive-series-of", { ...facts, title })} aria-describedby={day}>
        {t("archive-series", facts)}
      </summary>
      <ol class="archive-series">
        {series.map((each) => (
          <li key={each.code}>
            {each === room ? <strong>{title}</strong> : <a href={`/r/${each.code}`}>{each.meeting.title}</a>}{" "}
            <span class="soft">{dayAt(heldAt(each))}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** What its steps came to, word for word, and whether everybody agreed. */
function CameTo({ room, day }: PartProps) {
  const { settled, title } = room.meeting;
  if (settled.length === 0) return null;
  return (
    <details class="more">
      <summary aria-label={t("archive-came-to-of", { title })} aria-describedby={day}>
        {t("archive-came-to")}
      </summary>
      <ul class="archive-outcome" role="list">
        {settled.map((each, index) => (
          <li key={index}>
            <span class="soft">{each.title}</span>
            <br />
            {each.text} <span class="soft">{t(each.agreed ? "archive-all-agreed" : "archive-not-all-agreed")}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

const LEADS = ["chair", "deputy", "recorder"];

function Ways({ room, day }: PartProps) {
  const { title, role } = room.meeting;
  return (
    <p class="archive-ways">
      <a href={`/r/${room.code}/record`} aria-label={t("archive-record-of", { title })} aria-describedby={day}>
        {t("archive-record")}
      </a>
      <a href={`/r/${room.code}/replay`} aria-label={t("archive-replay-of", { title })} aria-describedby={day}>
        {t("archive-replay")}
      </a>
      {LEADS.includes(role) && (
        <a href={`/r/${room.code}/follow`} aria-label={t("mine-follow-of", { title })} aria-describedby={day}>
          {t("mine-follow")}
        </a>
      )}
    </p>
  );
}
