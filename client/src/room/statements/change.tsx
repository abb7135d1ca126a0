/** Put a statement in other words, make one of two, or part one: a dialog each. */

import { attempt, newId } from "../../commands.ts";
import { draft } from "../../drafts.ts";
import { announce } from "../../status.ts";
import { DoButton } from "../../steps/do-button.tsx";
import { ItemSelect } from "../../steps/item-select.tsx";
import { lineOf, textOf } from "../../steps/statement.tsx";
import { WordsField } from "../../steps/words-field.tsx";
import type { Command } from "../../wire.ts";
import { t } from "../../words.ts";
import { Dialog } from "../dialog.tsx";

// What a card can show (consensus/text.py), and into how many one may be parted.
const STATEMENT_LENGTH = 240;
const MOST_PARTS = 3;

/** What somebody wants to do with a statement, with which `other`, and the button it began `from`. */
export interface Asked {
  readonly way: "rewrite" | "merge" | "split";
  readonly item: string;
  readonly other: string;
  readonly from: string;
}

interface Draft {
  readonly other: string;
  readonly was: string;
  readonly parts: readonly { readonly id: string; readonly text: string }[];
}

interface Props {
  readonly asked: Asked;
  readonly items: readonly string[];
  readonly close: () => void;
}

/** The dialog. What was typed is kept when it is closed, until it is sent. */
export function Change({ asked, items, close }: Props) {
  const { way, item } = asked;
  const kept = draft<Draft>(`statements/${way}/${item}${asked.other && `/${asked.other}`}`);
  const now = kept.value ?? begun(asked);
  const edit = (change: Partial<Draft>) => (kept.value = { ...now, ...change });
  const word = (at: number, text: string) =>
    edit({ parts: now.parts.map((part, index) => (index === at ? { ...part, text } : part)) });
  const save = async () => {
    const outcome = await attempt(commandOf(way, item, now));
    if (!outcome.ok) {
      // Somebody wrote meanwhile: what it says now is in sight, and the next try is meant so.
      if (way === "rewrite") edit({ was: textOf(item) });
      return;
    }
    kept.value = undefined;
    announce(t(`statements-said-${way}`));
    close();
  };
  return (
    <Dialog title={t(`statements-title-${way}`)} onClose={close} leave={t("statements-cancel")}>
      <p>{lineOf(item)}</p>
      {way === "merge" && (
        <ItemSelect label={t("statements-other")} none={t("collect-choose")} items={items.filter((other) => other !== item)} value={now.other} choose={(other) => edit({ other })} />
      )}
      <p class="soft">{t(`statements-how-${way}`)}</p>
      {now.parts.map((part, at) => (
        <WordsField
          key={part.id}
          label={t(way === "split" ? "statements-part" : "statements-words", { number: at + 1 })}
          value={part.text}
          change={(text) => word(at, text)}
          most={STATEMENT_LENGTH}
        />
      ))}
      {way === "split" && now.parts.length < MOST_PARTS && (
        <button type="button" class="button quiet" onClick={() => edit({ parts: [...now.parts, empty()] })}>
          {t("statements-third")}
        </button>
      )}
      <div class="buttons">
        <DoButton label={t(`statements-go-${way}`)} look="primary" blocked={missing(way, now)} run={save} />
      </div>
    </Dialog>
  );
}

function empty() {
  return { id: newId(), text: "" };
}

function begun({ way, item, other }: Asked): Draft {
  const text = textOf(item);
  const parts = way === "split" ? [empty(), empty()] : [{ id: newId(), text }];
  return { other, was: text, parts };
}

/** Return what is left to do before it can be sent; an empty third part is no part. */
function missing(way: Asked["way"], { other, parts }: Draft): string | undefined {
  if (way === "merge" && !other) return t("statements-missing-other");
  const least = way === "split" ? 2 : 1;
  return worded(parts).length < least ? t(`statements-missing-${way}`) : undefined;
}

function worded(parts: Draft["parts"]): Draft["parts"] {
  return parts.filter((part) => part.text.trim());
}

function commandOf(way: Asked["way"], item: string, { other, was, parts }: Draft): Command {
  const [first] = parts;
  const text = first?.text ?? "";
  switch (way) {
    case "rewrite":
      return { type: "statements.rewrite", item, text, was };
    case "merge":
      return { type: "statements.merge", keep: item, drop: other, text };
    case "split":
      return { type: "statements.split", item, parts: worded(parts) };
  }
}
