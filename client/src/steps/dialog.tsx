import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";

interface Props {
  readonly title: string;
  readonly close: () => void;
  readonly children: ComponentChildren;
}

/** A question in front of the page. Escape closes it, and the focus goes back to where it was. */
export function Dialog({ title, close, children }: Props) {
  const here = useRef<HTMLDialogElement>(null);
  const name = useId();
  useEffect(() => here.current?.showModal(), []);
  return (
    <dialog ref={here} class="dialog" aria-labelledby={name} onClose={close}>
      <h2 id={name} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </dialog>
  );
}
