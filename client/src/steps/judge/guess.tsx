import { useId, useState } from "preact/hooks";
import { agencyKey } from "../../agency-mark.ts";
import { attempt } from "../../commands.ts";
import { Icon } from "../../icons.tsx";
import { me } from "../../people.tsx";
import { announce } from "../../status.ts";
import { all, record } from "../../store.ts";
import type { Guess } from "../../wire.ts";
import { t } from "../../words.ts";
import { DoButton } from "../do-button.tsx";
import { focusSoon } from "../focus.ts";
import { type Mode, OrderList } from "../order-list.tsx";
import { isOrderOf } from "../ordering.ts";
import { textOf } from "../statement.tsx";
import { type GuessDraft, keptGuess, toGuess } from "./guessing.ts";
import { halted } from "../room-state.ts";

// The heading of the guess: the focus goes there when its face is exchanged.
const HEAD = "guess-face";

interface Props {
  readonly step: string;
}

/** How would another agency put these? A guess that is never opened; made beside one's own order. */
export function GuessPart({ step }: Props) {
  const agencies = toGuess(all("member"), me()?.agency ?? "");
  const mine = record("my_ballot", `my_ballot/${step}`);
  const held = record("my_guess", `my_guess/${step}`)?.guess;
  const kept = keptGuess(step);
  if (!mine || !me()?.agency.trim() || (agencies.length === 0 && !held)) return null;
  const items = mine.start;
  const draft = kept.value && isOrderOf(kept.value.order, items) ? kept.value : undefined;
  const turn = (next: GuessDraft | undefined) => {
    kept.value = next;
    focusSoon(HEAD);
  };
  return (
    <section class="private" aria-labelledby={HEAD}>
      <p class="private-note">
        <Icon name="lock" />
        {t("mirror-private")}
      </p>
      {draft && agencies.length > 0 ? (
        <Making step={step} draft={draft} agencies={agencies} shown={items} turn={turn} />
      ) : held ? (
        <Made guess={held} change={() => turn({ about: held.about, order: held.answer, placed: held.answer.length })} />
      ) : (
        <Offer about={agencies[0] ?? ""} begin={() => turn({ about: agencies[0] ?? "", order: items, placed: 0 })} />
      )}
    </section>
  );
}

/** What is asked, and what becomes of it, before anybody begins. */
function Offer({ about, begin }: { readonly about: string; readonly begin: () => void }) {
  return (
    <>
      <h2 id={HEAD} tabIndex={-1}>
        {t("mirror-offer", { agency: about })}
      </h2>
      <p>{t("mirror-what")}</p>
      <div class="buttons">
        <button type="button" class="button primary big" onClick={begin}>
          <Icon name="order" />
          {t("mirror-begin")}
        </button>
      </div>
      <p class="hint">{t("mirror-or-not")}</p>
    </>
  );
}

interface MakingProps extends Props {
  readonly draft: GuessDraft;
  readonly agencies: readonly string[];
  readonly shown: readonly string[];
  readonly turn: (next: GuessDraft | undefined) => void;
}

function Making({ step, draft, agencies, shown, turn }: MakingProps) {
  const id = useId();
  const [mode, setMode] = useState<Mode>(draft.placed === shown.length ? "adjust" : "tap");
  const kept = keptGuess(step);
  const about = agencies.find((each) => agencyKey(each) === agencyKey(draft.about)) ?? agencies[0] ?? "";
  const left = shown.length - draft.placed;
  const edit = (changed: Partial<GuessDraft>) => (kept.value = { ...draft, about, ...changed });
  const send = async () => {
    const outcome = await attempt({ type: "judge.guess", step, about, answer: draft.order });
    if (!outcome.ok) return;
    turn(undefined);
    announce(t("mirror-made-said"));
  };
  return (
    <>
      <h2 id={HEAD} tabIndex={-1}>
        {t("mirror-how", { agency: about })}
      </h2>
      <div class="field">
        <label for={id}>{t("mirror-about")}</label>
        <select id={id} class="input" value={about} onChange={(event) => edit({ about: event.currentTarget.value })}>
          {agencies.map((agency) => (
            <option key={agency} value={agency}>
              {agency}
            </option>
          ))}
        </select>
        <p class="hint">{t("mirror-about-hint")}</p>
      </div>
      <OrderList
        ordering={{ order: draft.order, placed: draft.placed }}
        shown={shown}
        mode={mode}
        setMode={setMode}
        change={({ order, placed }) => edit({ order, placed })}
      />
      <div class="buttons">
        <DoButton
          label={t("mirror-send")}
          icon="send"
          look="primary big"
          blocked={halted() ?? (mode === "tap" && left > 0 ? t("judge-rank-more", { count: left }) : undefined)}
          run={send}
        />
        <button type="button" class="button quiet" onClick={() => turn(undefined)}>
          {t("mirror-leave")}
        </button>
      </div>
    </>
  );
}

/** The guess that the room holds: it can be changed until the answers are opened. */
function Made({ guess, change }: { readonly guess: Guess; readonly change: () => void }) {
  return (
    <>
      <h2 id={HEAD} tabIndex={-1}>
        {t("mirror-made", { agency: guess.about })}
      </h2>
      <p>{t("mirror-made-hint")}</p>
      <details class="more">
        <summary>{t("mirror-see")}</summary>
        <ol class="order" role="list">
          {guess.answer.map((item, index) => (
            <li key={item} class="order-row">
              <span class="order-number num">{index + 1}</span>
              <p class="order-text">{textOf(item)}</p>
            </li>
          ))}
        </ol>
      </details>
      <div class="buttons">
        <button type="button" class="button" onClick={change}>
          <Icon name="edit" />
          {t("mirror-change")}
        </button>
      </div>
    </>
  );
}
