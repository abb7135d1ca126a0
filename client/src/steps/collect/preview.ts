/** "If we decided this today": what is already in the room about one option, and nothing else. */

import type { BallotRecord, JudgeRecord, NoteRecord, PromiseRecord, SlotRecord, StanceRecord } from "../../wire.ts";
import type { Standing } from "./note.ts";
import { type Group, notesOf } from "./options.ts";

/** Somebody who put the option low: at which place of how many. */
export interface Low {
  readonly member: string;
  readonly place: number;
  readonly of: number;
}

/** What a decision for one option would rest on today. */
export interface Preview {
  readonly strengths: readonly Standing[];
  readonly worries: readonly Standing[];
  readonly changes: readonly Standing[];
  readonly unknowns: readonly Standing[];
  readonly low: readonly Low[];
  readonly noes: readonly StanceRecord[];
  readonly offers: readonly NoteRecord[];
  readonly nothing: readonly NoteRecord[];
  readonly promises: readonly PromiseRecord[];
}

/** What the preview looks at besides the notes. */
export interface Room {
  readonly judges: readonly JudgeRecord[];
  readonly ballots: readonly BallotRecord[];
  readonly slots: readonly SlotRecord[];
  readonly stances: readonly StanceRecord[];
  readonly promises: readonly PromiseRecord[];
}

/** Return what the room holds about an option. */
export function previewOf(item: string, groups: readonly Group[], room: Room): Preview {
  const offers = notesOf(groups, "offer").flatMap(({ note, under }) => [note, ...under]);
  return {
    strengths: notesOf(groups, "strength"),
    worries: notesOf(groups, "worry"),
    changes: notesOf(groups, "change"),
    unknowns: notesOf(groups, "unknown"),
    low: lowOf(item, room),
    noes: room.stances.filter((stance) => stance.word === "no" && isOn(stance, item, room.slots)),
    offers: offers.filter((note) => !note.nothing),
    nothing: offers.filter((note) => note.nothing),
    promises: room.promises.filter((promise) => promise.terms.option === item && promise.stage === "open"),
  };
}

/** Return who put the item in the lowest third of the last ranking that is open, the lowest first. */
function lowOf(item: string, { judges, ballots }: Room): readonly Low[] {
  const rankings = judges.filter((judge) => judge.revealed && judge.items.length > 1 && judge.items.includes(item));
  const last = rankings.filter((judge) => ranks(judge.step, judge.items.length, ballots)).at(-1);
  if (!last) return [];
  const of = last.items.length;
  return ballots
    .filter((ballot) => ballot.step === last.step)
    .map(({ member, ballot }) => ({ member, place: (ballot.answer ?? []).indexOf(item) + 1, of }))
    .filter(({ place }) => place > 0 && (place === of || place > (of * 2) / 3))
    .sort((a, b) => b.place - a.place);
}

function ranks(step: string, items: number, ballots: readonly BallotRecord[]): boolean {
  return ballots.some((each) => each.step === step && (each.ballot.answer ?? []).length === items);
}

function isOn(stance: StanceRecord, item: string, slots: readonly SlotRecord[]): boolean {
  const slot = slots.find((each) => each.step === stance.step && each.slot === stance.slot);
  return slot?.item === item;
}

/** Return the place where the chair could propose an option: empty, or the first that is open. */
export function openPlace(item: string, slots: readonly SlotRecord[]): SlotRecord | undefined {
  const open = [...slots].filter((slot) => !slot.settled).sort((a, b) => a.slot - b.slot);
  if (open.some((slot) => slot.item === item)) return undefined;
  return open.find((slot) => slot.item === null) ?? open[0];
}
