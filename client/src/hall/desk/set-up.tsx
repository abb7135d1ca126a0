import { Invite } from "../../room/invite.tsx";
import { t } from "../../words.ts";
import type { MemberRecord, TableRecord } from "../../wire.ts";
import { MoreAbout } from "./card.tsx";
import { AddTable, FirstTables } from "./make-tables.tsx";
import { learners, peopleAt, tableName, tables, withoutTable } from "./tables.ts";
import { Sitting } from "./sitting.tsx";

/** Before the start: how people come in, and who sits where. */
export function SetUp() {
  const count = learners().length;
  return (
    <>
      <section class="card hall-door">
        <h2>{t("hall-desk-joined", { count })}</h2>
        <Invite />
      </section>
      <section class="stack" aria-labelledby="hall-who">
        <div class="split">
          <h2 id="hall-who">{t("hall-desk-who")}</h2>
          {tables().length > 0 && <AddTable />}
        </div>
        {tables().length === 0 ? <FirstTables people={count} /> : <Cards />}
      </section>
    </>
  );
}

function Cards() {
  const waiting = withoutTable();
  return (
    <ul class="tiles hall-cards" role="list">
      {waiting.length > 0 && (
        <li key="none" class="card sunk">
          <h3>{t("hall-desk-seatless", { count: waiting.length })}</h3>
          <Sitting people={waiting} />
        </li>
      )}
      {tables().map((table) => (
        <Seats key={table.id} table={table} people={peopleAt(table.id)} />
      ))}
    </ul>
  );
}

interface SeatsProps {
  readonly table: TableRecord;
  readonly people: readonly MemberRecord[];
}

function Seats({ table, people }: SeatsProps) {
  return (
    <li class="card">
      <div class="hall-card-head">
        <h3>{tableName(table)}</h3>
        <MoreAbout table={table} />
      </div>
      <p class="soft">{t("hall-desk-size", { count: people.length })}</p>
      <Sitting people={people} />
    </li>
  );
}
