import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { draft } from "../../drafts.ts";
import { Icon } from "../../icons.tsx";
import { announce } from "../../status.ts";
import type { CollectRecord, Lane } from "../../wire.ts";
import { t } from "../../words.ts";
import { focusSoon } from "../focus.ts";
import { WordsField } from "../words-field.tsx";
import { type Draft, WORDS_ID } from "./note.ts";

interface Props {
  readonly collect: CollectRecord;
  readonly edit: (changed: Partial<Draft>) => void;
}

// What the server takes as a name (consensus/text.py).
const NAME_LENGTH = 60;

const kept = () => draft<string>("myself");

/** Forget what a person wrote to themselves: the meeting is over. */
export function forgetMyself(): void {
  kept().value = undefined;
}

/** What a person thinks and does not say yet: on this device alone, until they choose to say it. */
export function ToMyself({ collect, edit }: Props) {
  const text = kept().value ?? "";
  const who = useSignal("");
  const id = useId();
  const say = (lane: Lane, words = text) => {
    edit({ lane: lane.id, text: words, nothing: false });
    // Something to do about it is not yet the thing itself: that stays here.
    if (words === text) forgetMyself();
    announce(t("myself-moved"));
    focusSoon(WORDS_ID);
  };
  const signed = collect.lanes.find((lane) => lane.shown !== "nobody");
  const unsigned = collect.lanes.find((lane) => lane.shown === "nobody");
  return (
    <details class="more">
      <summary>
        <Icon name="lock" />
        {t("myself")}
      </summary>
      <div class="stack close">
        <WordsField
          label={t("myself-words")}
          hint={t("myself-hint")}
          value={text}
          change={(words) => (kept().value = words || undefined)}
        />
        {text.trim() !== "" && signed && (
          <div class="field">
            <label for={id}>{t("myself-who")}</label>
            <input id={id} class="input" maxLength={NAME_LENGTH} value={who.value} onInput={(event) => (who.value = event.currentTarget.value)} />
          </div>
        )}
        {text.trim() !== "" && (
          <div class="buttons">
            {signed && who.value.trim() !== "" && (
              <button type="button" class="button" onClick={() => say(signed, t("myself-will-speak", { who: who.value.trim() }))}>
                {t("myself-call")}
              </button>
            )}
            {signed && (
              <button type="button" class="button" onClick={() => say(signed)}>
                {t("myself-by-name")}
              </button>
            )}
            {unsigned && (
              <button type="button" class="button" onClick={() => say(unsigned)}>
                {t("myself-unsigned")}
              </button>
            )}
          </div>
        )}
      </div>
    </details>
  );
}
