/** Shares of pairs of statements, as people read them: so many of 100. */

// Two orders drawn by lot differ in half of all pairs.
export const CHANCE = 0.5;

/** Return a share as a number of 100. */
export function ofHundred(share: number): number {
  return Math.round(share * 100);
}

// Beyond chance is rare and says nothing more: it is as dark as it gets.
const SHADES = 5;

/** Return how dark a cell is, from 0 to 5 at chance and beyond. */
export function shadeOf(share: number, most = CHANCE): number {
  return Math.max(0, Math.min(SHADES, Math.floor((share / most) * SHADES)));
}

/** Return where a share lies on an axis from 0 to `most`, in %. */
export function along(share: number, most: number): string {
  return `${Math.round(Math.max(0, Math.min(1, share / most)) * 10_000) / 100}%`;
}
