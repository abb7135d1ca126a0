import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

/**
 * A step's content. When what has the focus is taken away (a form was sent, the answers were
 * opened, a note was removed), the focus goes to the heading of what stands there now, or to the
 * first thing to press; it never falls back to the top of the page.
 */
export function StepBody({ children }: { readonly children: ComponentChildren }) {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => (body.current ? keepFocus(body.current) : undefined), []);
  return (
    <div ref={body} class="stack">
      {children}
    </div>
  );
}

/** The heading that the focus goes to when a part of a step has been exchanged. */
export function FaceHead({ children }: { readonly children: ComponentChildren }) {
  return <h2 tabIndex={-1}>{children}</h2>;
}

function keepFocus(body: HTMLElement): () => void {
  let path: readonly Element[] = [];
  const remember = ({ target }: FocusEvent) => {
    path = target instanceof Element ? pathTo(target, body) : [];
  };
  const leave = ({ target }: FocusEvent) => {
    // A click beside everything leaves of one's own will: only what was removed is followed up.
    queueMicrotask(() => {
      if (target === path[0] && path[0]?.isConnected) path = [];
    });
  };
  const watcher = new MutationObserver(() => {
    const lost = path[0] !== undefined && !path[0].isConnected;
    if (!lost || document.activeElement !== document.body) return;
    path.filter((element) => element.isConnected).some(focusInside);
  });
  body.addEventListener("focusin", remember);
  body.addEventListener("focusout", leave);
  watcher.observe(body, { childList: true, subtree: true });
  return () => {
    body.removeEventListener("focusin", remember);
    body.removeEventListener("focusout", leave);
    watcher.disconnect();
  };
}

function pathTo(element: Element, body: Element): readonly Element[] {
  const parent = element.parentElement;
  return element === body || !parent ? [element] : [element, ...pathTo(parent, body)];
}

/** Focus the first heading that can have it, or the first control. Says whether there was one. */
function focusInside(place: Element): boolean {
  const heading = place.querySelector<HTMLElement>(":is(h2, h3, h4)[tabindex]");
  const control = place.querySelector<HTMLElement>("button, input, select, textarea, summary");
  (heading ?? control)?.focus();
  return document.activeElement !== document.body;
}

/** Focus an element once the page shows what has just been done. */
export function focusSoon(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}
