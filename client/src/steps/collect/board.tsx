import { all, record } from "../../store.ts";
import type { CollectRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { Icon } from "../../icons.tsx";
import { draft } from "../../drafts.ts";
import { focusSoon } from "../focus.ts";
import { Letter, textOf } from "../statement.tsx";
import { BalanceBar, balancesOf } from "./balance.tsx";
import { NoteCard } from "./note-card.tsx";
import { type Draft, emptyNote, WORDS_ID } from "./note.ts";
import { Gaps } from "./gaps.tsx";
import { type Balance, type Group, groupsOf, longestOf } from "./options.ts";
import { PreviewButton } from "./preview.tsx";
import { edgeOf, ToneIcon } from "./tone.tsx";

interface Props {
  readonly collect: CollectRecord;
  readonly open: boolean;
  readonly writes: boolean;
}

/** A card for each option: what is good, what worries, what nobody knows, what the family says. */
export function OptionBoard({ collect, open, writes }: Props) {
  const balances = balancesOf(collect.items);
  const longest = longestOf([...balances.values()]);
  return (
    <section class="stack" aria-label={t("options")}>
      <div class="options">
        {[...balances].map(([item, balance], at) => (
          <Option
            key={item}
            collect={collect}
            item={item}
            balance={balance}
            longest={longest}
            open={open}
            writes={writes && open}
            first={at === 0}
          />
        ))}
      </div>
      <p class="note soft">{t("balance-not-a-score")}</p>
    </section>
  );
}

interface OptionProps extends Props {
  readonly item: string;
  readonly balance: Balance;
  readonly longest: number;
  readonly first: boolean;
}

function Option({ collect, item, balance, longest, open, writes, first }: OptionProps) {
  const groups = groupsOf(item, all("collect"), all("note"));
  return (
    <article class="option-card">
      <h2 class="option-head" id={`option-${item}`}>
        <Letter id={item} />
        <span>{textOf(item)}</span>
      </h2>
      <BalanceBar balance={balance} longest={longest} />
      <div class="buttons">
        {writes && <WriteAbout collect={collect} item={item} />}
        <PreviewButton item={item} />
      </div>
      <details class="more option-notes" open={first || hasRoom()}>
        <summary>
          {t("option-notes")}
          <span class="visually-hidden">{textOf(item)}</span>
        </summary>
        <div class="option-groups">
          {groups.map((group) => (
            <GroupList key={group.key} group={group} open={open} />
          ))}
        </div>
      </details>
      <Gaps groups={groups} />
    </article>
  );
}

/** Where options stand side by side there is room for all that was said of each. */
function hasRoom(): boolean {
  return matchMedia("(min-width: 48em)").matches;
}

/** Begin a note about an option: the form has it chosen, and the focus. */
function WriteAbout({ collect, item }: { readonly collect: CollectRecord; readonly item: string }) {
  const kept = draft<Draft>(`note/${collect.step}`);
  const write = () => {
    const now = { ...emptyNote(collect.lanes), ...kept.value };
    const lane = collect.lanes.find((each) => each.id === now.lane && each.about_one) ?? collect.lanes.find((each) => each.about_one);
    kept.value = { ...now, lane: lane?.id ?? now.lane, items: [item] };
    focusSoon(WORDS_ID);
  };
  return (
    <button type="button" class="button" onClick={write}>
      <Icon name="edit" />
      {t("option-write")}
      <span class="visually-hidden">{textOf(item)}</span>
    </button>
  );
}

function GroupList({ group, open }: { readonly group: Group; readonly open: boolean }) {
  return (
    <section class={edgeOf(group.tone)}>
      <h3 class="lane-head">
        <ToneIcon tone={group.tone} />
        {group.title}
        <span class="number">{group.notes.length}</span>
      </h3>
      {group.notes.length === 0 && <p class="soft">{t("collect-empty")}</p>}
      {group.notes.map((each) => (
        <NoteCard key={each.note.note} standing={each} open={open && isOf(each.note.step)} />
      ))}
    </section>
  );
}

/** Notes change in the step that they were written in, while the room is there. */
function isOf(step: string): boolean {
  return record("room", "room")?.current === step;
}
