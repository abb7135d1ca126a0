import { Icon } from "../../icons.tsx";
import { me } from "../../people.tsx";
import type { TextRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { DoButton } from "../do-button.tsx";
import { Person } from "../named.tsx";
import { halted } from "../room-state.ts";
import { mayTake, putDown, takePen } from "./pen.ts";

/** Who writes, and the pen to take or to put down. */
export function PenBar({ text }: { readonly text: TextRecord }) {
  const { step, holder, words } = text;
  if (holder === me()?.id) {
    return (
      <div class="pen-bar" id={`pen-${step}`}>
        <p>{t("pen-yours")}</p>
        <div class="buttons">
          <DoButton label={t("pen-put-down")} icon="check" look="primary" blocked={halted()} run={() => putDown(step)} />
        </div>
      </div>
    );
  }
  const look = holder === null && words === "" ? "primary" : undefined;
  return (
    <div class="pen-bar" id={`pen-${step}`}>
      {holder === null ? <p>{t("pen-free")}</p> : <Writing holder={holder} />}
      {mayTake(text) ? (
        <div class="buttons">
          <DoButton label={t("pen-take")} icon="edit" blocked={halted()} run={() => takePen(step)} {...(look && { look })} />
        </div>
      ) : (
        <p class="hint">{t("pen-wait")}</p>
      )}
    </div>
  );
}

/** Somebody has the pen. */
export function Writing({ holder }: { readonly holder: string }) {
  return (
    <p class="cluster">
      <Icon name="edit" />
      <Person id={holder} />
      <span>{t("pen-is-writing")}</span>
    </p>
  );
}
