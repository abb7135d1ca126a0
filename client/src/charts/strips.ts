/** Where things stand on a dot strip. Places count from 1; x is in %, y and sizes in px. */

import { placeIn } from "../steps/judge/rows.ts";
import type { Voice } from "../steps/judge/voices.ts";
import type { Spread } from "../wire.ts";

/** One person's place for one statement. */
export interface Vote {
  readonly member: string;
  readonly place: number;
}

/** A vote on the strip: `level` counts up from 0 where several people gave the same place. */
export interface Mark extends Vote {
  readonly level: number;
}

/** A row of marks: how big each is, how far apart two levels are, and how much room all need. */
export interface Lane {
  readonly marks: readonly Mark[];
  readonly size: number;
  readonly rise: number;
  readonly height: number;
}

/** The orders of the rows that a person can choose. */
export const SORTS = ["widest", "median", "list"] as const;
export type Sort = (typeof SORTS)[number];

/** A chart in the hand, or on the wall, which is read from far away. */
export type Size = "hand" | "wall";

// A mark carries two letters up to this many people; beyond it marks are dots, and names are in words.
const MOST_LETTERED = 12;

// How wide a mark is (px): with letters, without, and in the pass before. A row keeps to `tallest`
// even when everybody gave the same place, so that several rows fit a screen.
const SIZES = {
  hand: { lettered: 26, plain: 11, before: 12, tallest: 104 },
  wall: { lettered: 52, plain: 20, before: 24, tallest: 120 },
} as const;

/** Return every voter's place for one statement; those in one row share the middle of its places. */
export function votesFor(item: string, ballots: readonly Pick<Voice, "member" | "answer" | "shape">[]): readonly Vote[] {
  return ballots
    .map(({ member, answer, shape }) => ({ member, place: placeIn(answer, shape, item) }))
    .filter(({ place }) => place > 0);
}

/** Return where a place (which may be a fraction) lies across a strip of `of` places. */
export function across(place: number, of: number): string {
  return `${round(((place - 0.5) / of) * 100)}%`;
}

/** Return how wide a stretch of places is. */
export function stretch(places: number, of: number): string {
  return `${round((places / of) * 100)}%`;
}

/** Lay out this pass: one mark per person, stacked upwards where places are the same. */
export function laneOf(votes: readonly Vote[], size: Size = "hand"): Lane {
  const { lettered, plain, tallest } = SIZES[size];
  return layOut(votes, isLettered(votes) ? lettered : plain, tallest);
}

/** Lay out the pass before, smaller and without letters. */
export function laneBefore(votes: readonly Vote[], size: Size = "hand"): Lane {
  const { before, tallest } = SIZES[size];
  return layOut(votes, before, tallest / 2);
}

/** Say whether so few people are shown that each mark can carry letters. */
export function isLettered(votes: readonly Vote[]): boolean {
  return votes.length <= MOST_LETTERED;
}

/** Return the y of a mark's middle, measured from the top of its lane. */
export function yOf(mark: Mark, lane: Lane): number {
  return round(lane.height - lane.size / 2 - 1 - mark.level * lane.rise);
}

/** Return the rows in the order a person asked for; equal ones stay in the list's order. */
export function sorted(spreads: readonly Spread[], widest: readonly string[], by: Sort): readonly Spread[] {
  switch (by) {
    case "list":
      return spreads;
    case "median":
      return [...spreads].sort((a, b) => a.median - b.median);
    case "widest":
      return [...spreads].sort((a, b) => widest.indexOf(a.item) - widest.indexOf(b.item));
    default:
      return by satisfies never;
  }
}

/** Return the statements people placed furthest apart; none when nobody differs anywhere. */
export function widestOf(spreads: readonly Spread[]): readonly string[] {
  const most = Math.max(0, ...spreads.map((spread) => spread.apart));
  return most === 0 ? [] : spreads.filter((spread) => spread.apart === most).map((spread) => spread.item);
}

/** Return who gave which place, from the highest place down. */
export function byPlace(votes: readonly Vote[]): readonly { readonly place: number; readonly members: readonly string[] }[] {
  const places = [...new Set(votes.map((vote) => vote.place))].sort((a, b) => a - b);
  return places.map((place) => ({
    place,
    members: votes.filter((vote) => vote.place === place).map((vote) => vote.member),
  }));
}

// So many numbers stand side by side on a phone.
const MOST_NUMBERS = 14;

/** Return the places that are written on the axis: all of them, or about ten in a long list. */
export function axisPlaces(of: number): readonly number[] {
  const every = of <= MOST_NUMBERS ? 1 : Math.ceil(of / 10);
  return Array.from({ length: of }, (_, index) => index + 1).filter((place) => place === 1 || place % every === 0);
}

function layOut(votes: readonly Vote[], size: number, tallest: number): Lane {
  const seen = new Map<number, number>();
  const marks = votes.map((vote) => {
    const level = seen.get(vote.place) ?? 0;
    seen.set(vote.place, level + 1);
    return { ...vote, level };
  });
  const levels = Math.max(1, ...seen.values());
  const rise = levels === 1 ? 0 : Math.min(size + 1, (tallest - size) / (levels - 1));
  return { marks, size, rise: round(rise), height: Math.ceil(size + 2 + rise * (levels - 1)) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
