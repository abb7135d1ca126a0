import { useId, useState } from "preact/hooks";
import { type IconName, Icon } from "../icons.tsx";
import { announce } from "../status.ts";

interface Props {
  readonly label: string;
  /** What assistive technology reads, where the label alone does not say what is meant. */
  readonly says?: string;
  readonly icon?: IconName;
  readonly look?: "primary" | "primary big" | "quiet" | "danger";
  /** Why it cannot be pressed now. It stays in reach, and says so. */
  readonly blocked?: string | undefined;
  readonly run: () => unknown;
}

/** A button that does something which takes a moment, and keeps the focus meanwhile. */
export function DoButton({ label, says, icon, look, blocked, run }: Props) {
  const [busy, setBusy] = useState(false);
  const why = useId();
  const press = async () => {
    if (blocked) return announce(blocked);
    if (busy) return;
    setBusy(true);
    try {
      await run();
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <button
        type="button"
        class={`button ${look ?? ""}`}
        aria-label={says}
        aria-busy={busy}
        aria-disabled={blocked !== undefined}
        aria-describedby={blocked ? why : undefined}
        onClick={press}
      >
        {icon && <Icon name={icon} />}
        {label}
      </button>
      {blocked && (
        <span id={why} class="hint">
          {blocked}
        </span>
      )}
    </>
  );
}
