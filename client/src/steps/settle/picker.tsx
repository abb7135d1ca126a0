import { attempt } from "../../commands.ts";
import { draft } from "../../drafts.ts";
import { Icon } from "../../icons.tsx";
import { me } from "../../people.tsx";
import { announce } from "../../status.ts";
import type { SlotRecord, StanceRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { DoButton } from "../do-button.tsx";
import { halted } from "../room-state.ts";
import { WordsField } from "../words-field.tsx";
import { OnItsWay } from "../on-its-way.tsx";
import { stancesOn } from "./records.ts";
import { FEARS, type Fears, ICONS, needsWords, takesWords, type StanceWord, WORDS } from "./stance.ts";
import { More } from "./stances.tsx";

interface Draft extends Fears {
  readonly word?: StanceWord | undefined;
  readonly note: string;
  /** It is on its way, and nothing was changed since. */
  readonly sent?: boolean;
}

/** Where this member stands on what is proposed. It may change until the place is settled. */
export function Picker({ slot, title }: { readonly slot: SlotRecord; readonly title: string }) {
  const kept = draft<Draft>(`stance/${slot.step}/${slot.slot}/${slot.item}`);
  const held = stancesOn(slot).find((stance) => stance.member === me()?.id);
  const keep = (changed: Draft | undefined) => (kept.value = changed);
  // After a reload nobody waits for the answer: what the room holds tells that it has arrived.
  const arrived = kept.value?.sent && kept.value.word === held?.word;
  if (held && (!kept.value || arrived)) {
    return (
      <div class="stack">
        <Held stance={held} change={() => keep(wordsOf(held))} />
      </div>
    );
  }
  return (
    <div class="stack">
      <Pick slot={slot} title={title} now={kept.value ?? { note: "" }} held={held !== undefined} keep={keep} />
    </div>
  );
}

interface PickProps {
  readonly slot: SlotRecord;
  readonly title: string;
  readonly now: Draft;
  readonly held: boolean;
  readonly keep: (changed: Draft | undefined) => void;
}

function Pick({ slot, title, now, held, keep }: PickProps) {
  const { word, note, sent } = now;
  const edit = (changed: Partial<Draft>) => keep({ ...now, sent: false, ...changed });
  const stand = async () => {
    if (!word) return;
    const { step, slot: number, item } = slot;
    const said = { note: takesWords(word) ? note : "", ...(word === "no" && fearsOf(now)) };
    keep({ ...now, sent: true });
    const outcome = await attempt({ type: "settle.stand", step, slot: number, item: item ?? "", word, ...said });
    keep(outcome.ok ? undefined : { ...now, sent: false });
    if (!outcome.ok) return;
    announce(t("settle-stood", { stance: t(`stance-${word}`) }));
  };
  return (
    <>
      <fieldset class="field">
        <legend>
          <h3>{title}</h3>
        </legend>
        <p class="hint">{t("settle-stand-open")}</p>
        <Words name={`stance-${slot.step}-${slot.slot}`} aim={slot.aim} word={word} choose={(chosen) => edit({ word: chosen })} />
      </fieldset>
      {word && takesWords(word) && (
        <WordsField label={t(`stance-${word}-words`)} value={note} change={(changed) => edit({ note: changed })} />
      )}
      {word === "no" && <FearFields now={now} edit={edit} />}
      {sent && <OnItsWay />}
      <div class="buttons">
        <DoButton label={t("settle-stand")} icon="send" look="primary" blocked={blockedBy(now)} run={stand} />
        {held && <DoButton label={t("settle-keep")} look="quiet" run={() => keep(undefined)} />}
      </div>
    </>
  );
}

/** A "no" is more than words: what is feared, why, and what would settle it. None of it is a must. */
function FearFields({ now, edit }: { readonly now: Draft; readonly edit: (changed: Fears) => void }) {
  return (
    <details class="more" open={FEARS.some((name) => now[name])}>
      <summary>{t("fear-more")}</summary>
      <div class="stack close">
        {FEARS.map((name) => (
          <WordsField key={name} label={t(`fear-${name}`)} value={now[name] ?? ""} change={(words) => edit({ [name]: words })} />
        ))}
      </div>
    </details>
  );
}

function fearsOf({ harm = "", evidence = "", would_settle = "" }: Fears): Fears {
  return { harm, evidence, would_settle };
}

function wordsOf(held: StanceRecord): Draft {
  return { word: held.word, note: held.note, ...fearsOf(held) };
}

function blockedBy({ word, note }: Draft): string | undefined {
  if (!word) return t("settle-pick-first");
  if (needsWords(word) && !note.trim()) return t("settle-words-first");
  return halted();
}

interface WordsProps {
  readonly name: string;
  readonly aim: SlotRecord["aim"];
  readonly word: StanceWord | undefined;
  readonly choose: (word: StanceWord) => void;
}

function Words({ name, aim, word, choose }: WordsProps) {
  return (
    <div class="stances">
      {WORDS.map((each) => (
        <label key={each} class="stance">
          <input type="radio" name={name} checked={word === each} onChange={() => choose(each)} />
          <Icon name={ICONS[each]} />
          <span>{t(`stance-${each}`)}</span>
          <span class="hint">{t(`stance-${each}-hint`, { aim })}</span>
        </label>
      ))}
    </div>
  );
}

function Held({ stance, change }: { readonly stance: StanceRecord; readonly change: () => void }) {
  return (
    <>
      <h3 class="cluster">
        <Icon name={ICONS[stance.word]} />
        {t("settle-you-said", { stance: t(`stance-${stance.word}`) })}
      </h3>
      {stance.note && <p>{stance.note}</p>}
      <More of={stance} />
      <div class="buttons">
        <button type="button" class="button" onClick={change}>
          <Icon name="edit" />
          {t("settle-change")}
        </button>
      </div>
    </>
  );
}
