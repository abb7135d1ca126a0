import { useId } from "preact/hooks";
import type { BoardRecord, Border, Grounds, Hold } from "../../wire.ts";
import { t } from "../../words.ts";
import { letterOf } from "../statement.tsx";

/** What the combined order rests on, and whether it would hold: for those who ask. */
export function GroundsOf({ board }: { readonly board: BoardRecord }) {
  const title = useId();
  const { grounds } = board;
  if (grounds === null) return null;
  return (
    <details class="more">
      <summary id={title}>{t("grounds-title")}</summary>
      <div class="stack">
        {grounds.borders.length > 0 && (
          <ol class="stack close" aria-labelledby={title}>
            {grounds.borders.map((border) => (
              <li key={border.lower}>{borderInWords(border, grounds.of)}</li>
            ))}
          </ol>
        )}
        {verdicts(grounds, board.slots).map((words) => (
          <p key={words}>{words}</p>
        ))}
      </div>
    </details>
  );
}

/** Say how many people carry a place, and that a majority may have had to give way. */
export function borderInWords({ higher, lower, people, against }: Border, of: number): string {
  const how = people > against ? "grounds-border" : people === against ? "grounds-border-even" : "grounds-border-against";
  return t(how, { higher: letterOf(higher), lower: letterOf(lower), people, against, of });
}

/** Say whether it depends on how one counts, and how few people could alter it. */
export function verdicts(grounds: Grounds, slots: number): readonly string[] {
  const chosen = mindsInWords("chosen", grounds.chosen, slots);
  // Several best orders differ in it: then the rest goes without saying.
  if (grounds.chosen.at_least === 0 && chosen !== undefined) return [chosen];
  const all = [rulesInWords(grounds, slots), chosen, mindsInWords("order", grounds.order, slots), absentInWords(grounds, slots)];
  return all.filter((words) => words !== undefined);
}

function rulesInWords({ rules_agree, in_question }: Grounds, slots: number): string | undefined {
  if (rules_agree === null) return undefined;
  if (rules_agree) return t("grounds-rules-agree", { slots });
  return t("grounds-rules-differ", { slots, items: in_question.map(letterOf).join(" ") });
}

function mindsInWords(what: "chosen" | "order", hold: Hold, slots: number): string | undefined {
  // Not every best order is known: then nothing is said.
  if (hold.at_least === 0 && !hold.exact) return undefined;
  if (hold.at_least === 0) return t(`grounds-${what}-open`, { slots });
  const facts = { count: hold.at_least, slots };
  return hold.exact ? t(`grounds-${what}-minds`, facts) : t(`grounds-${what}-at-least`, facts);
}

function absentInWords({ chosen, not_answered }: Grounds, slots: number): string | undefined {
  if (chosen.absent === null) return undefined;
  return t(chosen.absent ? "grounds-absent-could" : "grounds-absent-could-not", { count: not_answered, slots });
}
