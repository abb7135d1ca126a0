import { type Column, heightsOfBoard, heightsOfPass } from "../../charts/bump.ts";
import { all, record } from "../../store.ts";
import type { FiguresRecord, JudgeRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { type Voice, voicesOf } from "./voices.ts";

/** Return the figures of a revealed ranking. */
export function figuresOf(step: string): FiguresRecord | undefined {
  return record("figures", `figures/${step}`);
}

/** Return the answers of the pass before, when they can be compared; undefined for a first pass. */
export function voicesBefore(judge: JudgeRecord): readonly Voice[] | undefined {
  const before = judge.again === null ? undefined : record("judge", `judge/${judge.again}`);
  if (!before?.revealed || before.items.join(" ") !== judge.items.join(" ")) return undefined;
  const ranked = judge.ask !== "rank" || figuresOf(judge.step)?.figures.movement;
  return ranked ? voicesOf(before.step) : undefined;
}

/** Return the columns of a bump chart: each pass up to this one, then the group's board. */
export function columnsOf(judge: JudgeRecord): readonly Column[] {
  const passes = passesOf(judge);
  const columns = passes.flatMap((step, index) => {
    const found = figuresOf(step);
    return found ? [{ title: t("bump-pass", { number: index + 1 }), heights: heightsOfPass(found.figures) }] : [];
  });
  return [...columns, ...boardAfter(passes)];
}

/** Return the step ids of the passes, the first one first. */
function passesOf(judge: JudgeRecord): readonly string[] {
  const before = judge.again === null ? undefined : record("judge", `judge/${judge.again}`);
  return before ? [...passesOf(before), judge.step] : [judge.step];
}

function boardAfter(passes: readonly string[]): readonly Column[] {
  const board = all("board").find(({ suggested_by }) => suggested_by !== null && passes.includes(suggested_by));
  const slots = board ? all("slot", `slot/${board.step}/`) : [];
  const heights = heightsOfBoard(slots);
  return heights.size > 0 ? [{ title: t("bump-board"), heights }] : [];
}

