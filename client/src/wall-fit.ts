/** Nobody scrolls a projector: what is too tall for it is drawn smaller, in steps, until it fits. */

// Below this, words can no longer be read from the back of the room, and showing less is better.
const SIZES: readonly number[] = [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6];

/** Keep an element's content inside the screen. Returns how to stop. */
export function keepFitting(part: HTMLElement): () => void {
  const fit = () => {
    for (const size of SIZES) {
      part.style.setProperty("zoom", String(size));
      if (document.documentElement.scrollHeight <= innerHeight) return;
    }
  };
  const observer = new MutationObserver(fit);
  observer.observe(part, { childList: true, subtree: true, characterData: true });
  addEventListener("resize", fit);
  // Words are of another size once their face has come.
  document.fonts.addEventListener("loadingdone", fit);
  fit();
  return () => {
    observer.disconnect();
    document.fonts.removeEventListener("loadingdone", fit);
    removeEventListener("resize", fit);
  };
}
