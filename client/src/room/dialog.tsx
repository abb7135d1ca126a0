import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Icon } from "../icons.tsx";
import { t } from "../words.ts";
import { StatusRegion } from "./notices.tsx";

interface Props {
  readonly title: string;
  /** Called once the dialog has closed; the browser has put focus back by then. */
  readonly onClose: () => void;
  /** What its button says; where nothing is lost by closing, that one is done. */
  readonly leave?: string;
  readonly children: ComponentChildren;
}

/** A dialog that is open for as long as it is rendered. Escape, a tap beside it and its button close it. */
export function Dialog({ title, onClose, leave, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const close = () => dialog.current?.close();
  return (
    <dialog
      class="dialog"
      ref={dialog}
      aria-labelledby="dialog-title"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <h2 id="dialog-title" tabIndex={-1} autofocus>
        {title}
      </h2>
      {children}
      <div class="buttons">
        <button type="button" class="button" onClick={close}>
          <Icon name="close" />
          {leave ?? t("dialog-close")}
        </button>
      </div>
      <StatusRegion />
    </dialog>
  );
}
