/**
 * A button that does its work may vanish with it: a hand that was lowered, a notice that was
 * closed. Somebody who works by keyboard must not be thrown back to the top of the page, so focus
 * goes to the heading of the nearest part that is still there.
 */

const HEADINGS = "h1, h2, h3";

/** Keep focus near where it was, for as long as the page lives. */
export function keepFocus(): void {
  let path: readonly Element[] = [];
  document.addEventListener("focusin", ({ target }) => {
    path = target instanceof Element ? withAncestors(target) : [];
  });
  const observer = new MutationObserver(() => {
    if (path.length === 0 || path[0]?.isConnected || document.activeElement !== document.body) return;
    const heading = path.find((part) => part.isConnected && part.querySelector(HEADINGS))?.querySelector(HEADINGS);
    if (!(heading instanceof HTMLElement)) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  });
  observer.observe(document.body, { childList: true, subtree: true });
}

function withAncestors(element: Element): readonly Element[] {
  const parent = element.parentElement;
  return parent ? [element, ...withAncestors(parent)] : [element];
}
