/** Somebody's own words are removed: whoever they are asks, and about real people the chair answers. */

import { useEffect, useState } from "preact/hooks";
import { attempt } from "../commands.ts";
import { draft } from "../drafts.ts";
import { forgetRoom, receipt } from "../erased.ts";
import { roomPath } from "../http.ts";
import { Icon } from "../icons.tsx";
import { me } from "../people.tsx";
import { room } from "../room/agenda.ts";
import { ask } from "../room/confirm.tsx";
import { seatQuery } from "../seat.ts";
import { announce, warn } from "../status.ts";
import { dayAt } from "../steps/day.ts";
import { DoButton } from "../steps/do-button.tsx";
import { WordsField } from "../steps/words-field.tsx";
import { all, record } from "../store.ts";
import type { WishRecord } from "../wire.ts";
import { t } from "../words.ts";

/** Ask for my own words to be removed, or read what was answered. */
export function MyWords() {
  const own = me();
  const wish = own && record("wish", `wish/${own.id}`);
  const real = room()?.case ?? false;
  if (wish) {
    const day = dayAt(wish.at);
    return <p class="soft">{wish.because ? t("gone-stays", { day, because: wish.because }) : t("gone-asked", { day })}</p>;
  }
  const label = t(real ? "gone-ask" : "gone-remove");
  const question = { title: label, text: t(real ? "gone-ask-text" : "gone-remove-text"), label, danger: !real, run: askToGo };
  return (
    <>
      <Elsewhere />
      <p class="buttons">
        <button type="button" class="button quiet" onClick={() => ask(question)}>
          <Icon name="delete" />
          {label}
        </button>
      </p>
    </>
  );
}

/** What is taken out here stays in rooms that this one went on from, or that went on from it. */
function Elsewhere() {
  const inSeries = record("followed", "followed") ?? record("carried", "carried");
  return inSeries ? <p class="soft">{t("gone-elsewhere")}</p> : null;
}

async function askToGo(): Promise<void> {
  const said = await post("/erase-me", new URLSearchParams());
  if (said === undefined || room()?.case) return;
  receipt.value = said;
  forgetRoom();
}

/** What people wished, for the chair to answer. */
export function Wishes() {
  const open = all("wish").filter((wish) => wish.because === "");
  return (
    <>
      {open.map((wish) => (
        <Answer key={wish.member} wish={wish} />
      ))}
    </>
  );
}

interface Mention {
  readonly position: number;
  readonly field: string;
  readonly text: string;
}

function Answer({ wish }: { readonly wish: WishRecord }) {
  const [found, setFound] = useState<readonly Mention[]>();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const because = draft<string>(`erasure/${wish.member}`);
  const name = record("member", `member/${wish.member}`)?.name ?? "";
  useEffect(() => void mentionsOf(wish.member).then(setFound), [wish.member]);
  const remove = async () => {
    const form = new URLSearchParams({ member: wish.member });
    for (const line of ticked) form.append("also", line);
    if ((await post("/erase-person", form)) !== undefined) announce(t("gone-done"));
  };
  const decline = async () => {
    const outcome = await attempt({ type: "erasure.decline", member: wish.member, because: because.value ?? "" });
    if (outcome.ok) because.value = undefined;
  };
  const toggle = (line: string) => {
    const next = new Set(ticked);
    if (!next.delete(line)) next.add(line);
    setTicked(next);
  };
  return (
    <div class="card stack" role="group" aria-label={t("gone-wish-of", { name })}>
      <p class="status">
        <Icon name="wait" />
        {t("gone-wish", { name, day: dayAt(wish.at) })}
      </p>
      {found === undefined && <p class="soft">{t("gone-looking", { name })}</p>}
      {found !== undefined && found.length > 0 && (
        <fieldset class="field">
          <legend>{t("gone-look", { name })}</legend>
          <div class="choices">
            {found.map((one) => (
              <label class="choice" key={lineOf(one)}>
                <input type="checkbox" checked={ticked.has(lineOf(one))} onChange={() => toggle(lineOf(one))} />
                <span>
                  <bdi>{one.text}</bdi>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <Elsewhere />
      <p class="buttons">
        <DoButton label={t("gone-do")} says={t("gone-do-says", { name })} icon="delete" look="danger" run={remove} />
      </p>
      <WordsField label={t("gone-because")} value={because.value ?? ""} change={(text) => (because.value = text)} />
      <p class="buttons">
        <DoButton label={t("gone-decline")} says={t("gone-decline-says", { name })} run={decline} />
      </p>
    </div>
  );
}

function lineOf(one: Mention): string {
  return `${one.position} ${one.field}`;
}

async function mentionsOf(member: string): Promise<readonly Mention[]> {
  try {
    const query = seatQuery() ? `${seatQuery()}&member=${member}` : `?member=${member}`;
    const answer = await fetch(roomPath("/mentioned.json") + query);
    return answer.ok ? ((await answer.json()) as readonly Mention[]) : [];
  } catch {
    return [];
  }
}

/** Ask the server; return what it said, or say why it was not done. */
async function post(page: string, body: URLSearchParams): Promise<string | undefined> {
  try {
    const answer = await fetch(roomPath(page) + seatQuery(), { method: "POST", body });
    const said = await answer.text();
    if (answer.ok) return said;
    warn((JSON.parse(said) as { readonly sentence: string }).sentence);
  } catch {
    warn(t("erase-unreachable"));
  }
  return undefined;
}
