/** Who is in the room, and how a person is named and marked. */

import { computed } from "@preact/signals";
import { agencyKey, assignMarks } from "./agency-mark.ts";
import { Badge as Drawing, type Shape, shapes } from "./badge.tsx";
import { all, record } from "./store.ts";
import type { MemberRecord } from "./wire.ts";
import { t } from "./words.ts";

/** This browser's member; undefined on the wall. */
export function me(): MemberRecord | undefined {
  const own = record("me", "me");
  return own && member(own.id);
}

/** Say whether this person is in the chair. */
export function isChair(): boolean {
  return me()?.role === "chair";
}

/** Say whether this person steers inside a step: the chair, or everybody at a table that runs itself. */
export function steersSteps(): boolean {
  return isChair() || (hasVoice() && record("at_table", "at_table")?.runs_itself === true);
}

/** Say whether this person may write down what others say. */
export function keepsRecord(): boolean {
  return ["chair", "deputy", "recorder"].includes(me()?.role ?? "");
}

/** Say whether this person reads a copy of the record of their own: about a real child, only what is for all. */
export function readsOwnCopy(): boolean {
  return record("room", "room")?.case === true && ["family", "observer"].includes(me()?.role ?? "");
}

/** Say whether this person answers, ranks and takes a stance. */
export function hasVoice(): boolean {
  return me()?.voice ?? false;
}

/** Return a member; undefined once they were taken out of the room. */
export function member(id: string): MemberRecord | undefined {
  return record("member", `member/${id}`);
}

const marks = computed(() =>
  assignMarks(
    all("member").map((of) => of.agency),
    Object.keys(shapes) as Shape[],
  ),
);

/** Return the two letters of a member's agency. */
export function letters(of: Pick<MemberRecord, "agency">): string {
  return marks.value.get(agencyKey(of.agency))?.letters ?? "?";
}

/** Return the shape of a member's agency. */
export function shapeOf(of: Pick<MemberRecord, "agency">): Shape {
  return marks.value.get(agencyKey(of.agency))?.shape ?? "circle";
}

/** A person's name, and their agency in softer ink. */
export function Name({ id }: { readonly id: string }) {
  const of = member(id);
  if (!of) return <span class="soft">{t("person-gone")}</span>;
  return (
    <span>
      <bdi>{of.name}</bdi> <bdi class="soft">{of.agency}</bdi>
    </span>
  );
}

/** A person's mark. It is only a drawing: their name must stand near it in words. `there` is in another room. */
export function Badge({ id, there = false }: { readonly id: string; readonly there?: boolean }) {
  const of = member(id);
  if (!of) return null;
  return <Drawing shape={shapeOf(of)} letters={letters(of)} own={of.id === me()?.id} away={!of.here && !there} />;
}
