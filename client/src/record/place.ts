/** Where in the record somebody is, while they scroll through it. */

import { signal } from "@preact/signals";

/** The id of the heading that was passed last; undefined above the first. */
export const place = signal<string | undefined>(undefined);

// A heading counts as passed once it is where a jump to it ends (px from the top; scroll-padding).
const LANDING = 120;

/** Follow these headings, in their order, until the returned function is called. */
export function followPlace(headings: readonly string[]): () => void {
  const look = () => {
    const passed = (id: string) => (document.getElementById(id)?.getBoundingClientRect().top ?? Infinity) < LANDING;
    place.value = headings.filter(passed).at(-1);
  };
  let asked = 0;
  const soon = () => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(look);
  };
  // A sheet of the room scrolls itself, and such a scroll does not rise to the window.
  addEventListener("scroll", soon, { passive: true, capture: true });
  soon();
  return () => {
    cancelAnimationFrame(asked);
    removeEventListener("scroll", soon, { capture: true });
  };
}
