/** The pen: what its holder types goes to the room as they type, and is never lost on the way. */

import { effect, signal } from "@preact/signals";
import { attempt, newId, type Outcome, send } from "../../commands.ts";
import { now } from "../../clock.ts";
import { draft } from "../../drafts.ts";
import { isChair, me } from "../../people.tsx";
import { announce, warn } from "../../status.ts";
import { record } from "../../store.ts";
import type { TextRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { focusSoon } from "../focus.ts";
import { halted } from "../room-state.ts";
import { type Draft, standing } from "./wording.ts";

// So often others see what somebody is writing: often enough to follow, not with each letter.
const AUTOSAVE_MS = 2_000;

/** What this person has typed into a text and has not put down. */
export function draftOf(step: string) {
  return draft<Draft>(`text/${step}`);
}

/** Where the focus goes when somebody has taken the pen. */
export function editorId(step: string): string {
  return `editor-${step}`;
}

/** Say whether this person may take the pen now. */
export function mayTake(text: TextRecord): boolean {
  return text.holder === null || isChair() || now.value >= (text.free_at ?? 0);
}

/** The steps whose words are on their way. */
const saving = signal<ReadonlySet<string>>(new Set());
const due = new Map<string, ReturnType<typeof setTimeout>>();

/** Say whether words are on their way. */
export function isSaving(step: string): boolean {
  return saving.value.has(step);
}

/** Keep what was typed, and see to it that the room has it soon. */
export function typed(text: TextRecord, words: string): void {
  const kept = draftOf(text.step);
  kept.value = { words, version: kept.peek()?.version ?? text.version };
  if (!due.has(text.step)) due.set(text.step, setTimeout(() => void save(text.step), AUTOSAVE_MS));
}

/** Send what was typed. False when the room does not have it: then it stays on the device. */
export async function save(step: string): Promise<boolean> {
  clearTimeout(due.get(step));
  due.delete(step);
  if (saving.peek().has(step)) await idle(step);
  const kept = draftOf(step);
  const sent = kept.peek();
  const text = record("text", `text/${step}`);
  if (!sent || !text || standing(sent, text) === "same") return true;
  if (standing(sent, text) === "apart" || text.holder !== me()?.id || halted()) return false;
  saving.value = new Set([...saving.peek(), step]);
  const outcome = await send({ type: "settle.write", step, text: sent.words, version: sent.version });
  saving.value = new Set([...saving.peek()].filter((other) => other !== step));
  if (outcome.ok) catchUp(step, sent);
  else if (outcome.code !== "text_changed") warn(outcome.sentence);
  return outcome.ok;
}

/** The room has what was sent: what was typed since starts from there. */
function catchUp(step: string, sent: Draft): void {
  const kept = draftOf(step);
  const text = record("text", `text/${step}`);
  const since = kept.peek();
  if (since && text) kept.value = { words: since.words, version: text.version };
  if (since && text && since.words !== sent.words) typed(text, since.words);
}

function idle(step: string): Promise<void> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      if (saving.value.has(step)) return;
      queueMicrotask(() => stop());
      resolve();
    });
  });
}

/** Take the pen and go on writing where the words are. */
export async function takePen(step: string): Promise<void> {
  const outcome = await attempt({ type: "settle.take_pen", step });
  if (!outcome.ok) return;
  announce(t("pen-yours-said"));
  focusSoon(editorId(step));
}

/** Put the pen down once the room has every word. */
export async function putDown(step: string): Promise<void> {
  if (!(await save(step))) return;
  const outcome = await attempt({ type: "settle.put_down", step });
  if (!outcome.ok) return;
  draftOf(step).value = undefined;
  announce(t("pen-down-said"));
  focusSoon(`pen-${step}`);
}

/** Propose words beside the text. */
export async function suggest(step: string, text: string): Promise<Outcome> {
  const outcome = await attempt({ type: "settle.suggest", step, suggestion: newId(), text });
  if (outcome.ok) announce(t("suggestion-said"));
  return outcome;
}

/** Put a suggestion at the end of the text, after what the holder has typed so far. */
export async function include(step: string, suggestion: string): Promise<void> {
  if (!(await save(step))) return;
  const version = record("text", `text/${step}`)?.version ?? 0;
  const outcome = await attempt({ type: "settle.include", step, suggestion, version });
  if (!outcome.ok) return;
  draftOf(step).value = undefined;
  announce(t("suggestion-included-said"));
  focusSoon(editorId(step));
}
