import { useEffect } from "preact/hooks";
import { attempt, pending } from "../../commands.ts";
import { Icon } from "../../icons.tsx";
import { Badge, hasVoice, me } from "../../people.tsx";
import { Kept } from "../../room/kept.tsx";
import { announce } from "../../status.ts";
import { DoButton } from "../../steps/do-button.tsx";
import { focusSoon } from "../../steps/focus.ts";
import { namesOf } from "../../steps/names.ts";
import { useSaid } from "../../steps/said.ts";
import { record } from "../../store.ts";
import type { HallRecord, MemberRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { cameOnPurpose, tablePath } from "../at-table/addresses.ts";
import { goesByItself, mayChoose, myTable, roomiest, type Seated, seatedAt } from "./seats.ts";

/** A hall, between its plenary steps, for everybody but its trainers: which table is mine, and what to do now. */
export function HallLobby() {
  const hall = record("hall", "hall");
  if (!hall) return null;
  const mine = myTable();
  return (
    <div class="stack open">
      <YouAreIn />
      {mine ? <MyTable hall={hall} mine={mine} /> : <NoTableYet hall={hall} />}
      {mayChoose(hall) && hasVoice() && <Choice mine={mine} />}
      <Kept />
    </div>
  );
}

function YouAreIn() {
  const own = me();
  return own ? (
    <p class="status">
      <Icon name="done" />
      {t("lobby-you-are-in", { name: own.name })}
    </p>
  ) : null;
}

function MyTable({ hall, mine }: { readonly hall: HallRecord; readonly mine: Seated }) {
  const { table, people } = mine;
  const goes = goesByItself(hall, false, cameOnPurpose()) && pending.value === 0;
  useEffect(() => {
    if (goes) location.assign(tablePath());
  }, [goes]);
  useSaid(t("hall-your-table", { number: table.number }), "table");
  const others = people.filter((of) => of.id !== me()?.id);
  return (
    <section class="stack hall-mine">
      <h2 id="my-table" class="hall-number">
        {t("hall-your-table-is")} <strong>{table.number}</strong>
        {table.name && <bdi>{table.name}</bdi>}
      </h2>
      {hall.begun === null ? <p class="lead">{t("hall-find")}</p> : <GoThere hall={hall} number={table.number} goes={goes} />}
      <section class="stack close">
        <h3>{others.length > 0 ? t("hall-with-you", { count: others.length }) : t("hall-first-there")}</h3>
        <Sitting people={people} there={hall.begun !== null} />
      </section>
    </section>
  );
}

interface GoThereProps {
  readonly hall: HallRecord;
  readonly number: number;
  readonly goes: boolean;
}

function GoThere({ hall, number, goes }: GoThereProps) {
  const words = goes ? "hall-going" : hall.called === null ? "hall-at-work" : "hall-called";
  return (
    <>
      <p class="lead">{t(words, { number })}</p>
      <div class="buttons">
        <a class={hall.called === null ? "button primary big" : "button"} href={tablePath()}>
          {t("table-go", { number })}
        </a>
      </div>
    </>
  );
}

interface SittingProps {
  readonly people: readonly MemberRecord[];
  /** They have gone to the table, so that nobody can tell from here who is online. */
  readonly there: boolean;
}

function Sitting({ people, there }: SittingProps) {
  return (
    <ul class="people" role="list">
      {people.map((of) => (
        <li class="person" key={of.id}>
          <Badge id={of.id} there={there} />
          <div>
            <p class="person-name">
              <bdi>{of.name}</bdi> {of.id === me()?.id && <span class="soft">{t("people-you")}</span>}
            </p>
            <p class="person-about">
              <bdi>{of.agency}</bdi>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function NoTableYet({ hall }: { readonly hall: HallRecord }) {
  if (!hasVoice() || me()?.role === "observer") return <p class="lead">{t("hall-watching")}</p>;
  if (mayChoose(hall)) return null;
  return (
    <section class="stack close">
      <h2>{t("hall-given")}</h2>
      <p class="lead">{t("hall-given-wait")}</p>
    </section>
  );
}

/** Every table with its people. Whoever sits somewhere has it folded away. */
function Choice({ mine }: { readonly mine: Seated | undefined }) {
  const tables = seatedAt();
  const room = roomiest(tables);
  const list = (
    <ul class="hall-tables" role="list">
      {tables.map((each) => (
        <li key={each.table.id}>
          <OneTable {...each} own={each.table.id === mine?.table.id} />
        </li>
      ))}
    </ul>
  );
  if (mine) {
    return (
      <details class="more">
        <summary>{t("hall-choose-another")}</summary>
        {list}
      </details>
    );
  }
  return (
    <section class="stack">
      <h2>{t("hall-choose")}</h2>
      {room && (
        <div class="buttons">
          <DoButton label={t("hall-sit-roomiest", { number: room.table.number })} look="primary big" run={() => sit(room)} />
        </div>
      )}
      {list}
    </section>
  );
}

function OneTable({ table, people, own }: Seated & { readonly own: boolean }) {
  const number = table.number;
  return (
    <section class="hall-table split" aria-labelledby={`table-${table.id}`}>
      <div>
        <h3 id={`table-${table.id}`}>
          {t("table-number", { number })} {table.name && <bdi class="soft">{table.name}</bdi>}
        </h3>
        <p class="note soft">
          {people.length === 0 ? t("hall-empty-table") : t("hall-who-sits", { count: people.length, names: namesOf(people.map((of) => of.id)) })}
        </p>
      </div>
      {own ? (
        <p class="person-state done">
          <Icon name="check" />
          {t("hall-own-table")}
        </p>
      ) : (
        <DoButton label={t("hall-sit")} says={t("hall-sit-at", { number })} run={() => sit({ table, people })} />
      )}
    </section>
  );
}

async function sit({ table }: Seated): Promise<void> {
  const outcome = await attempt({ type: "hall.sit", table: table.id });
  if (!outcome.ok) return;
  announce(t("hall-your-table", { number: table.number }));
  focusSoon("my-table");
}
