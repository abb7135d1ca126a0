/** The parking list: what came up and belongs elsewhere. */

import { attempt, newId } from "../commands.ts";
import { draft } from "../drafts.ts";
import { Icon } from "../icons.tsx";
import { isChair, me } from "../people.tsx";
import { announce } from "../status.ts";
import { timeOf } from "../steps/day.ts";
import { DoButton } from "../steps/do-button.tsx";
import { focusSoon } from "../steps/focus.ts";
import { Person } from "../steps/named.tsx";
import { WordsField } from "../steps/words-field.tsx";
import { all } from "../store.ts";
import type { ParkedRecord } from "../wire.ts";
import { t } from "../words.ts";
import { room } from "./agenda.ts";

interface Draft {
  readonly entry: string;
  readonly text: string;
  readonly forLead: boolean;
}

/** Return how many things wait on the list. */
export function parkedCount(): number {
  return all("parked").filter((parked) => parked.done === null).length;
}

/** Where nothing is decided, news does not belong in the talk: it goes to the lead worker. */
function isReflective(): boolean {
  return room()?.forbids.includes("commit") ?? false;
}

/** The list, and a place to add to it. */
export function Parking() {
  const open = room()?.closed === null;
  const parked = all("parked");
  const waiting = parked.filter((entry) => entry.done === null);
  const done = parked.filter((entry) => entry.done !== null);
  return (
    <div class="stack open">
      <p class="soft">{t(isReflective() ? "parking-why-reflective" : "parking-why")}</p>
      {open && me()?.role !== "observer" && <Form />}
      {waiting.length === 0 && <p class="soft">{t("parking-none")}</p>}
      <Entries entries={waiting.filter((entry) => entry.for_lead)} title={t("parking-for-lead")} open={open} />
      <Entries entries={waiting.filter((entry) => !entry.for_lead)} title={t("parking-later")} open={open} />
      <Entries entries={done} title={t("parking-done-title")} open={false} />
    </div>
  );
}

function Form() {
  const words = draft<Draft>("parking");
  const now = words.value ?? { entry: newId(), text: "", forLead: isReflective() };
  const edit = (change: Partial<Draft>) => (words.value = { ...now, ...change });
  const add = async () => {
    const { entry, text, forLead } = now;
    const outcome = await attempt({ type: "parking.add", entry, text, for_lead: forLead });
    if (!outcome.ok) return;
    words.value = undefined;
    announce(t("parking-added-said"));
    focusSoon("parking-words");
  };
  return (
    <section class="stack" aria-label={t("parking-form")}>
      <WordsField id="parking-words" label={t("parking-words")} value={now.text} change={(text) => edit({ text })} />
      <label class="check">
        <input
          type="checkbox"
          checked={now.forLead}
          onChange={(event) => edit({ forLead: event.currentTarget.checked })}
        />
        <span>{t("parking-is-news")}</span>
      </label>
      <div class="buttons">
        <DoButton
          label={t("parking-add")}
          icon="add"
          look="primary"
          blocked={now.text.trim() ? undefined : t("parking-missing")}
          run={add}
        />
      </div>
    </section>
  );
}

interface EntriesProps {
  readonly entries: readonly ParkedRecord[];
  readonly title: string;
  readonly open: boolean;
}

function Entries({ entries, title, open }: EntriesProps) {
  if (entries.length === 0) return null;
  return (
    <section class="stack close">
      <h3>{title}</h3>
      {entries.map((entry) => (
        <Entry key={entry.entry} entry={entry} open={open} />
      ))}
    </section>
  );
}

function Entry({ entry, open }: { readonly entry: ParkedRecord; readonly open: boolean }) {
  const mayFinish = open && entry.done === null && (isChair() || entry.by === me()?.id);
  return (
    <article class="item">
      <p>{entry.text}</p>
      <p class="item-by">
        <Person id={entry.by} /> <span class="soft">{timeOf(entry.at)}</span>
      </p>
      {entry.done !== null && (
        <p class="item-by">
          <Icon name="check" /> {t("parking-done-by")} <Person id={entry.done} />
        </p>
      )}
      {mayFinish && (
        <div class="buttons">
          <DoButton
            label={t("parking-finish")}
            says={t("parking-finish-says", { text: entry.text })}
            icon="check"
            run={() => finish(entry.entry)}
          />
        </div>
      )}
    </article>
  );
}

async function finish(entry: string): Promise<void> {
  const outcome = await attempt({ type: "parking.done", entry });
  if (!outcome.ok) return;
  announce(t("parking-finished-said"));
  focusSoon("dialog-title");
}
