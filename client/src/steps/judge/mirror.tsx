import { attempt } from "../../commands.ts";
import { isChair } from "../../people.tsx";
import { announce } from "../../status.ts";
import { record } from "../../store.ts";
import type { Cell } from "../../wire.ts";
import { t } from "../../words.ts";
import { DoButton } from "../do-button.tsx";

interface Props {
  readonly step: string;
}

/** After the reveal: the assumption mirror of a room, or the way to open it; at a table, who does. */
export function MirrorPart({ step }: Props) {
  const mirror = record("opened_mirror", `opened_mirror/${step}`)?.mirror;
  const guessed = record("judge", `judge/${step}`)?.guessed ?? 0;
  if (!mirror && guessed === 0) return null;
  return (
    <section class="stack" aria-labelledby="mirror-head">
      <h3 id="mirror-head">{t("mirror-head")}</h3>
      {mirror ? <Cells cells={mirror.cells} hidden={mirror.hidden} /> : <Closed step={step} guessed={guessed} />}
    </section>
  );
}

function Closed({ step, guessed }: Props & { readonly guessed: number }) {
  if (record("at_table", "at_table")) return <p>{t("mirror-in-hall", { count: guessed })}</p>;
  const open = async () => {
    const outcome = await attempt({ type: "judge.open_mirror", step });
    if (outcome.ok) announce(t("mirror-opened-said"));
  };
  return (
    <>
      <p>{t("mirror-closed", { count: guessed })}</p>
      {isChair() && (
        <div class="buttons">
          <DoButton label={t("mirror-open")} run={open} />
        </div>
      )}
    </>
  );
}

/** The widest surprise first: that is where to ask. */
function Cells({ cells, hidden }: { readonly cells: readonly Cell[]; readonly hidden: number }) {
  const sorted = [...cells].sort((a, b) => b.surprise - a.surprise);
  return (
    <>
      <p>{t("mirror-read")}</p>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t("mirror-of")}</th>
            <th scope="col">{t("mirror-about-whom")}</th>
            <th scope="col">{t("mirror-surprise")}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((cell) => (
            <tr key={`${cell.of}\n${cell.about}`}>
              <th scope="row">
                {cell.of} <span class="soft">{t("mirror-guesses", { count: cell.guesses })}</span>
              </th>
              <td>
                {cell.about} <span class="soft">{t("mirror-people", { count: cell.people })}</span>
              </td>
              <td>
                <strong class="num">{Math.round(Math.max(0, cell.surprise) * 100)}</strong>{" "}
                <span class="soft">{t(cell.clear ? "mirror-clear" : "mirror-chance")}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {hidden > 0 && <p class="soft">{t("mirror-hidden", { count: hidden })}</p>}
    </>
  );
}
