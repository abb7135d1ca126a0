import { Icon } from "../icons.tsx";
import { me } from "../people.tsx";
import { all } from "../store.ts";
import { t } from "../words.ts";
import { room } from "./agenda.ts";
import { Invite, WallLink } from "./invite.tsx";
import { PeopleList } from "./people-list.tsx";
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
      <section class="card">
        <h2>{t("sheet-wall")}</h2>
        <WallLink />
      </section>
    </div>
  );
}

function Purpose() {
  const purpose = room()?.purpose;
  return purpose ? <p class="lead">{purpose}</p> : null;
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
