import { useId, useState } from "preact/hooks";
import { Icon } from "../icons.tsx";
import { dayAt } from "../steps/day.ts";
import type { Archive } from "../wire.ts";
import { t } from "../words.ts";
import { type Column, exercises, MOST_COMPARED, type Placed, sideBySide } from "./compare.ts";
import { heldAt } from "./load.ts";

/** For a trainer: what groups found in the same exercise, side by side on one page. */
export function Compare({ found }: { readonly found: readonly Archive[] }) {
  const id = useId();
  const all = [...exercises(found)];
  if (all.length === 0) return null;
  return (
    <section class="stack archive-compare" aria-labelledby={id}>
      <h2 id={id}>{t("archive-compare")}</h2>
      {all.map(([template, rooms]) => (
        <Exercise key={template} rooms={rooms} />
      ))}
    </section>
  );
}

function Exercise({ rooms }: { readonly rooms: readonly Archive[] }) {
  const [picked, setPicked] = useState<readonly string[]>([]);
  const toggle = (code: string) =>
    setPicked((before) => (before.includes(code) ? before.filter((each) => each !== code) : [...before, code]));
  const columns = sideBySide(rooms.filter(({ code }) => picked.includes(code)));
  return (
    <>
      <fieldset class="field no-print">
        <legend>{rooms[0]?.kind || t("archive-compare-which")}</legend>
        <p class="hint">{t("archive-compare-hint", { most: MOST_COMPARED })}</p>
        {rooms.map((room) => {
          const on = picked.includes(room.code);
          return (
            <label key={room.code} class="check">
              <input
                type="checkbox"
                checked={on}
                disabled={!on && picked.length >= MOST_COMPARED}
                onChange={() => toggle(room.code)}
              />
              <span>
                {room.meeting.title} <span class="soft">{dayAt(heldAt(room))}</span>
              </span>
            </label>
          );
        })}
      </fieldset>
      {columns.length > 1 && <SideBySide columns={columns} />}
    </>
  );
}

function SideBySide({ columns }: { readonly columns: readonly Column[] }) {
  return (
    <div class="archive-print stack">
      <p class="soft">{t("archive-compare-how")}</p>
      <div class="archive-columns">
        {columns.map((column) => (
          <Group key={column.room.code} column={column} of={columns.length} />
        ))}
      </div>
      <p class="buttons">
        <button type="button" class="button" onClick={() => window.print()}>
          <Icon name="print" />
          {t("archive-compare-print")}
        </button>
      </p>
    </div>
  );
}

function Group({ column, of }: { readonly column: Column; readonly of: number }) {
  const { room, chosen, aside } = column;
  return (
    <section class="card stack close">
      <h3 class="archive-title">{room.meeting.title}</h3>
      <p class="soft">{dayAt(heldAt(room))}</p>
      <ol class="archive-order">
        {chosen.map((each) => (
          <Place key={each.text} placed={each} of={of} />
        ))}
      </ol>
      {aside.length > 0 && (
        <>
          <h4 class="kicker">{t("archive-set-aside")}</h4>
          <ul role="list">
            {aside.map((each) => (
              <Aside key={each.text} placed={each} />
            ))}
          </ul>
        </>
      )}
      <h4 class="kicker">{t("archive-agreement")}</h4>
      <p>{agreementInWords(column)}</p>
    </section>
  );
}

function Place({ placed, of }: { readonly placed: Placed; readonly of: number }) {
  return (
    <li class={placed.of > 1 ? "shared" : ""}>
      <span class="letter">{placed.letter}</span>
      <span>
        {placed.text} <span class="soft">{t("archive-in-groups", { count: placed.of, of })}</span>
        <Because of={placed} />
      </span>
    </li>
  );
}

/** What one group set aside, another may have kept. */
function Aside({ placed }: { readonly placed: Placed }) {
  const { letter, text, of } = placed;
  return (
    <li>
      {of > 0 && <span class="letter">{letter}</span>} {text}{" "}
      {of > 0 && <span class="soft">{t("archive-kept-by", { count: of })}</span>}
      <Because of={placed} />
    </li>
  );
}

function Because({ of: { because } }: { readonly of: Placed }) {
  if (because === "") return null;
  return <span class="archive-because">{because}</span>;
}

function agreementInWords({ agreement }: Column): string {
  const { people, first, last } = agreement;
  if (last === undefined) return t("archive-agreement-none");
  if (first === undefined) return t("archive-agreement-one", { last, people });
  return t("archive-agreement-two", { first, last, people });
}
