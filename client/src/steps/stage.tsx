import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface Props {
  /** Which of a step's faces is shown: a change of it may take away what had the focus. */
  readonly name: string;
  readonly children: ComponentChildren;
}

/**
 * A place whose content is exchanged as a whole: the form, the check page, what was sent, what was
 * revealed. If the focus was inside, it goes to the first heading of what comes, never to nowhere.
 */
export function Stage({ name, children }: Props) {
  const here = useRef<HTMLDivElement>(null);
  const shown = useRef(name);
  const hadFocus = useRef(false);
  // Read while the old content still stands: afterwards it is too late to know.
  if (shown.current !== name) hadFocus.current = here.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (shown.current === name) return;
    shown.current = name;
    if (!hadFocus.current) return;
    const heading = here.current?.querySelector<HTMLElement>("h2");
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: "nearest" });
  }, [name]);
  return (
    <div ref={here} class="stack">
      {children}
    </div>
  );
}

/** The heading that a stage's focus goes to. */
export function StageHead({ children }: { readonly children: ComponentChildren }) {
  return <h2 tabIndex={-1}>{children}</h2>;
}
