import { Icon } from "../icons.tsx";
import { me } from "../people.tsx";
import { all } from "../store.ts";
import { t } from "../words.ts";
import { room } from "./agenda.ts";
import { FromLastTime } from "./from-last-time.tsx";
import { Kept } from "./kept.tsx";
import { Limits } from "./limits.tsx";
import { Glossed } from "./glossed.tsx";
import { Invite, WallLink } from "./invite.tsx";
import { FocusLine } from "./heading.tsx";
import { PeopleList } from "./people-list.tsx";
import { Chaser, Gaps, Quorum } from "./register/checklist.tsx";
import { entryMissing, MyEntry } from "./register/my-entry.tsx";
import { lopsided } from "./register/who.ts";
import { openSheet } from "./sheets.tsx";
import { dayAt, timeOf } from "../steps/day.ts";
import { AgendaPlan } from "./rail.tsx";
import { Table } from "./table.tsx";

/** Before the first step, for everybody but the chair: why we meet, who is here, what will happen. */
export function Lobby() {
  const own = me();
  const chair = all("member").find((of) => of.role === "chair");
  return (
    <div class="stack open">
      <div class="stack">
        <Purpose />
        {!room()?.case && <FocusLine />}
        {own && (
          <p class="status">
            <Icon name="done" />
            <span>
              {t("lobby-you-are-in", { name: own.name })}{" "}
              {chair ? t("lobby-chair-starts", { chair: chair.name }) : t("lobby-somebody-starts")}
            </span>
          </p>
        )}
      </div>
      <FromLastTime />
      <Limits />
      <Kept />
      <MyEntryToFill />
      <Here />
      <details class="more">
        <summary>{t("lobby-what-happens")}</summary>
        <AgendaPlan />
      </details>
      <p class="soft">{t("lobby-try-hand")}</p>
    </div>
  );
}

/** Before the first step, for the chair: how people come in, and who is there. */
export function ChairLobby() {
  return (
    <div class="stack open">
      <Purpose />
      <section class="card">
        <h2>{t("lobby-invite")}</h2>
        <Invite />
      </section>
      <section class="stack">
        <HowManyHere />
        <Table members={all("member")} />
      </section>
      <FromLastTime />
      <Limits />
      <Kept />
      <Missing />
      <section class="card">
        <h2>{t("sheet-wall")}</h2>
        <WallLink />
      </section>
    </div>
  );
}

function Purpose() {
  const purpose = room()?.purpose;
  return (
    <>
      {purpose && (
        <p class="lead">
          <Glossed text={purpose} />
        </p>
      )}
      <Begins />
    </>
  );
}

/** When the meeting is planned, for those who are early. */
function Begins() {
  const starts = room()?.starts ?? null;
  return starts === null ? null : <p class="soft">{t("lobby-begins", { day: dayAt(starts), time: timeOf(starts) })}</p>;
}

/** My own line of the register, unfolded until it is there, in a room about real people. */
function MyEntryToFill() {
  const lacking = entryMissing();
  const real = room()?.case ?? false;
  if (me()?.role === "observer") return null;
  return (
    <details class="more" open={real && lacking !== undefined && me()?.role !== "family"}>
      <summary>{t("lobby-entry")}</summary>
      <MyEntry />
    </details>
  );
}

/** What the register lacks before the start: who is missing, with a line to send them. */
function Missing() {
  if (!room()?.case && all("expected").length === 0) return null;
  return (
    <section class="card">
      <h2>{t("checklist-head")}</h2>
      <Quorum />
      <Gaps />
      {lopsided() && <p class="soft">{t("level-lopsided")}</p>}
      <Chaser />
      <div class="buttons">
        <button type="button" class="button" onClick={() => openSheet("register")}>
          {t("checklist-open")}
        </button>
      </div>
    </section>
  );
}

function HowManyHere() {
  const here = all("member").filter((of) => of.here).length;
  return <h2>{here === 1 ? t("lobby-alone") : t("lobby-here", { count: here })}</h2>;
}

function Here() {
  const members = all("member");
  return (
    <section class="stack">
      <HowManyHere />
      <Table members={members} />
      <PeopleList members={members} />
    </section>
  );
}
