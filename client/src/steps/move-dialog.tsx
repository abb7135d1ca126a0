import { Dialog } from "../room/dialog.tsx";
import { t } from "../words.ts";
import { lineOf } from "./statement.tsx";

interface Props {
  readonly item: string;
  readonly place: number;
  readonly of: number;
  readonly choose: (place: number) => void;
  readonly close: () => void;
}

/** Move a statement straight to a place: one press for a long way, and a name to say for voice users. */
export function MoveDialog({ item, place, of, choose, close }: Props) {
  const places = Array.from({ length: of }, (_, index) => index + 1);
  return (
    <Dialog title={t("order-move-title")} onClose={close}>
      <p>{lineOf(item)}</p>
      <div class="scale-points">
        {places.map((to) => (
          <button
            key={to}
            type="button"
            class="button num"
            aria-pressed={to === place}
            aria-label={t("order-move-place", { place: to })}
            onClick={() => choose(to)}
          >
            {to}
          </button>
        ))}
      </div>
    </Dialog>
  );
}
