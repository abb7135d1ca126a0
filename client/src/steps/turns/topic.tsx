import type { ComponentChildren } from "preact";
import { agencyKey } from "../../agency-mark.ts";
import { me, member } from "../../people.tsx";
import { hands } from "../../room/hands.ts";
import type { TurnsRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { Person } from "../named.tsx";
import { Letter, letterOf, Statement, textOf } from "../statement.tsx";

const isSameAgency = (one: string, other: string) => agencyKey(one) === agencyKey(other);

/** Return what or who a turn is of, in words. */
export function nameOf({ by, phases }: TurnsRecord, item: string): string {
  switch (by) {
    case "items":
      return textOf(item);
    case "people":
      return member(item)?.name ?? t("person-gone");
    case "agencies":
      return item;
    case "phases":
      return phases[Number(item)]?.title ?? "";
    default:
      return by satisfies never;
  }
}

/** Return the same for a button that has little room. */
export function shortNameOf(turns: TurnsRecord, item: string): string {
  return turns.by === "items" ? letterOf(item) : nameOf(turns, item);
}

/** Say whether a turn is this person's own: theirs, or their agency's. */
export function isMine({ by }: TurnsRecord, item: string | null): boolean {
  const own = me();
  if (!own || item === null) return false;
  return by === "people" ? item === own.id : by === "agencies" && isSameAgency(item, own.agency);
}

/** Return the raised hands in their order, as what the turns are of. */
export function raisedFor({ by, items }: TurnsRecord): readonly string[] {
  if (by === "people") return hands();
  if (by !== "agencies") return [];
  return hands().flatMap((id) => items.find((agency) => isSameAgency(agency, member(id)?.agency ?? "")) ?? []);
}

interface Props {
  readonly turns: TurnsRecord;
  readonly item: string;
  readonly children?: ComponentChildren;
}

/** What or who a turn is of, as a card; children stand below. */
export function Topic({ turns, item, children }: Props) {
  if (turns.by === "items") return <Statement id={item}>{children}</Statement>;
  return (
    <article class={turns.by === "phases" ? "statement" : "statement plain"}>
      <TopicMark turns={turns} item={item} />
      <div class="stack close">
        {turns.by === "people" ? <Person id={item} /> : <p class="statement-text">{nameOf(turns, item)}</p>}
        {children}
      </div>
    </article>
  );
}

/** The letter of a statement or the number of a phase; people and agencies have none. */
export function TopicMark({ turns, item }: { readonly turns: TurnsRecord; readonly item: string }) {
  if (turns.by === "items") return <Letter id={item} />;
  return turns.by === "phases" ? <span class="letter">{Number(item) + 1}</span> : null;
}
