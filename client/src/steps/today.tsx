import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Icon } from "../icons.tsx";
import { Dialog } from "../room/dialog.tsx";
import { t } from "../words.ts";

interface Props {
  /** What would be decided. */
  readonly words: string;
  /** What to say of keeping it: nothing here is saved. */
  readonly kept: string;
  /** Tells this button from those of other options, for whoever does not see where it stands. */
  readonly of?: string;
  readonly children: (close: () => void) => ComponentChildren;
}

/** "If we decided this today": the decision as it would be, and what the room holds about it. */
export function Today({ words, kept, of, children }: Props) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <button type="button" class="button" onClick={() => setOpen(true)}>
        <Icon name="visible" />
        {t("preview-open")}
        {of !== undefined && <span class="visually-hidden">{of}</span>}
      </button>
      {open && (
        <Dialog title={t("preview-open")} onClose={close}>
          <div class="stack preview">
            <p class="private-note">{kept}</p>
            <section class="stack close">
              <h3>{t("preview-draft")}</h3>
              <blockquote class="group-text">{words}</blockquote>
            </section>
            {children(close)}
          </div>
        </Dialog>
      )}
    </>
  );
}
