import { useId, useState } from "preact/hooks";
import { useAnnounced } from "../announced.ts";
import { Icon } from "../icons.tsx";
import { dayAt } from "../steps/day.ts";
import type { Archive, Sheet } from "../wire.ts";
import { t } from "../words.ts";
import { heldAt } from "./load.ts";
import { holds } from "./search.ts";

interface Shelved {
  readonly room: Archive;
  readonly sheet: Sheet;
}

/** The sheets about what works, from all my meetings, to look through by theme or words. */
export function Library({ found }: { readonly found: readonly Archive[] }) {
  const [typed, setTyped] = useState("");
  const id = useId();
  const all = found.flatMap((room) => room.meeting.sheets.map((sheet) => ({ room, sheet })));
  const sheets = all.filter((each) => holds(textOf(each), typed));
  const shown = typed.trim() === "" ? "" : t("archive-library-shown", { count: sheets.length, of: all.length });
  useAnnounced(shown);
  const [room] = found;
  if (!room) return null;
  const ofAll = (
    <p class="buttons">
      <a class="button" href={`/r/${room.code}/library`}>
        <Icon name="archive" />
        {t("archive-library-all")}
      </a>
    </p>
  );
  if (all.length === 0) return ofAll;
  return (
    <section class="stack no-print" aria-labelledby={`${id}-head`}>
      <h2 id={`${id}-head`}>{t("archive-library")}</h2>
      {ofAll}
      <div class="field">
        <label for={id}>{t("archive-library-find")}</label>
        <input
          id={id}
          class="input"
          type="search"
          autocomplete="off"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
      {shown && <p class="soft">{shown}</p>}
      {sheets.map((each) => (
        <SheetCard key={`${each.room.code} ${each.sheet.step} ${each.sheet.title}`} {...each} />
      ))}
    </section>
  );
}

function textOf({ room, sheet }: Shelved): string {
  const fields = sheet.fields.map(({ label, value }) => `${label} ${value}`);
  return [sheet.title, sheet.theme, sheet.organisation, room.meeting.title, ...fields].join(" ");
}

function SheetCard({ room, sheet }: Shelved) {
  const about = [sheet.theme, sheet.organisation, dayAt(heldAt(room))].filter((word) => word !== "");
  return (
    <details class="card archive-sheet">
      <summary>
        <strong>{sheet.title}</strong> <span class="soft">{about.join(" · ")}</span>
      </summary>
      <dl class="archive-fields">
        {sheet.fields.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="buttons">
        <a class="button" href={`/r/${room.code}/forms/${sheet.step}.pdf`} aria-label={t("archive-print-of", { title: sheet.title })}>
          <Icon name="print" />
          {t("archive-print")}
        </a>
      </p>
    </details>
  );
}
