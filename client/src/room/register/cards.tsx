/** What each agency does, must do and cannot do, and what presses on it now. */

import { signal } from "@preact/signals";
import { agencyKey } from "../../agency-mark.ts";
import { attempt } from "../../commands.ts";
import { draft } from "../../drafts.ts";
import { Icon } from "../../icons.tsx";
import { me, Name } from "../../people.tsx";
import { announce } from "../../status.ts";
import { dayAt } from "../../steps/day.ts";
import { DoButton } from "../../steps/do-button.tsx";
import { WordsField } from "../../steps/words-field.tsx";
import { all } from "../../store.ts";
import { t } from "../../words.ts";
import type { CardRecord } from "../../wire.ts";
import { Dialog } from "../dialog.tsx";
import { keepsRegister } from "../person-choices.tsx";

const PARTS = ["does", "must", "cannot", "pressures"] as const;

type Words = Readonly<Record<(typeof PARTS)[number], string>>;

const EMPTY: Words = { does: "", must: "", cannot: "", pressures: "" };

const shown = signal<string | undefined>(undefined);

/** Return an agency's card; undefined while nobody has written one. */
export function cardOf(agency: string): CardRecord | undefined {
  const key = agencyKey(agency);
  return all("card").find((card) => agencyKey(card.agency) === key);
}

/** The card beside a name, one tap away; where there is none, only who may write it sees a button. */
export function CardButton({ agency, name }: { readonly agency: string; readonly name: string }) {
  if (!cardOf(agency) && !mayWrite(agency)) return null;
  return (
    <button
      type="button"
      class="button quiet icon-only"
      aria-label={t("card-open", { agency, name })}
      onClick={() => (shown.value = agency)}
    >
      <Icon name="info" />
    </button>
  );
}

function mayWrite(agency: string): boolean {
  const own = me();
  if (!own || own.role === "observer") return false;
  return keepsRegister() || agencyKey(own.agency) === agencyKey(agency);
}

/** The card that is open, if any; once on the page. */
export function CardSheet() {
  const agency = shown.value;
  if (agency === undefined) return null;
  return (
    <Dialog key={agency} title={t("card-title", { agency })} onClose={() => (shown.value = undefined)}>
      <CardText agency={agency} />
      {mayWrite(agency) && <CardForm agency={agency} />}
    </Dialog>
  );
}

function CardText({ agency }: { readonly agency: string }) {
  const card = cardOf(agency);
  if (!card) return <p class="soft">{t("card-none")}</p>;
  return (
    <div class="stack">
      <dl class="facts">
        {PARTS.map((part) => (
          <div key={part}>
            <dt>{t(`card-${part}`)}</dt>
            <dd class="kept-lines">{card[part] || t("card-empty")}</dd>
          </div>
        ))}
      </dl>
      <p class="note soft">
        {t("card-written", { day: dayAt(card.at) })} {card.by && <Name id={card.by} />}
      </p>
    </div>
  );
}

function CardForm({ agency }: { readonly agency: string }) {
  const typed = draft<Words>(`card/${agencyKey(agency)}`);
  const card = cardOf(agency);
  const now: Words = typed.value ?? card ?? EMPTY;
  const save = async () => {
    const { does, must, cannot, pressures } = now;
    const outcome = await attempt({ type: "agencies.write_card", agency, does, must, cannot, pressures });
    if (!outcome.ok) return;
    typed.value = undefined;
    announce(t("card-saved"));
  };
  return (
    <details class="more" open={typed.value !== undefined}>
      <summary>{t("card-write", { agency })}</summary>
      <div class="stack">
        {PARTS.map((part) => (
          <WordsField
            key={part}
            label={t(`card-${part}`)}
            value={now[part]}
            change={(text) => (typed.value = { ...EMPTY, ...pick(now), [part]: text })}
          />
        ))}
        <div class="buttons">
          <DoButton label={t("card-save")} look="primary" run={save} />
        </div>
      </div>
    </details>
  );
}

function pick({ does, must, cannot, pressures }: Words): Words {
  return { does, must, cannot, pressures };
}
