import { Bars } from "../../charts/bars.tsx";
import { Bump } from "../../charts/bump.tsx";
import { Gauge } from "../../charts/gauge.tsx";
import { RowLink, Strips } from "../../charts/strips.tsx";
import { member } from "../../people.tsx";
import type { BallotRecord, Figures, Furthest, JudgeRecord, Movement } from "../../wire.ts";
import { t } from "../../words.ts";
import { Person } from "../named.tsx";
import { namesOf } from "../names.ts";
import { lineOf } from "../statement.tsx";
import { ballotsBefore, ballotsOf, columnsOf, figuresOf } from "./passes.ts";

/** What everybody answered, once it is open. Spread comes before any figure that sums it up. */
export function Revealed({ judge }: { readonly judge: JudgeRecord }) {
  const ballots = ballotsOf(judge.step);
  const figures = figuresOf(judge.step)?.figures;
  return (
    <>
      <h2>{t("judge-revealed")}</h2>
      <p class="soft">{t("judge-revealed-count", { count: ballots.length })}</p>
      {judge.missing.length > 0 && <p class="soft">{t("judge-were-missing", { names: namesOf(judge.missing) })}</p>}
      {judge.choose > 0 && <Bars items={judge.items} ballots={ballots} />}
      {figures && <Ranking judge={judge} ballots={ballots} figures={figures} />}
    </>
  );
}

interface RankingProps {
  readonly judge: JudgeRecord;
  readonly ballots: readonly BallotRecord[];
  readonly figures: Figures;
}

function Ranking({ judge, ballots, figures }: RankingProps) {
  const before = ballotsBefore(judge);
  const reasons = ballots.filter((ballot) => ballot.because);
  const { furthest, movement } = figures;
  return (
    <>
      <Strips figures={figures} ballots={ballots} {...(before && { before })} />
      <section class="stack">
        <h3>{t("gauge-head")}</h3>
        <Gauge figures={figures} people={ballots.length} />
        {furthest && <FurthestInWords furthest={furthest} />}
      </section>
      {movement && <MovementInWords movement={movement} />}
      {reasons.length > 0 && (
        <section class="stack">
          <h3>{t("judge-reasons")}</h3>
          {reasons.map((ballot) => (
            <blockquote key={ballot.member} class="words">
              <p>{ballot.because}</p>
              <footer>
                <Person id={ballot.member} />
              </footer>
            </blockquote>
          ))}
        </section>
      )}
      <Passes judge={judge} />
    </>
  );
}

function Passes({ judge }: { readonly judge: JudgeRecord }) {
  const columns = columnsOf(judge);
  if (columns.length < 2) return null;
  return (
    <section class="stack">
      <h3>{t("bump-head")}</h3>
      <Bump items={judge.items} columns={columns} />
    </section>
  );
}

/** Whose order differs most, and where to look: they may know something that others do not. */
function FurthestInWords({ furthest }: { readonly furthest: Furthest }) {
  const name = member(furthest.person)?.name ?? t("person-gone");
  return (
    <p>
      {t("furthest", { name })}{" "}
      {furthest.items.map((item) => (
        <RowLink key={item} item={item} />
      ))}
    </p>
  );
}

/** Who moved what since the pass before, in words. No change is as good as any. */
function MovementInWords({ movement }: { readonly movement: Movement }) {
  const { raised, lowered, unchanged, people } = movement;
  const items = [...new Set([...Object.keys(raised), ...Object.keys(lowered)])];
  const moves = (item: string) => (raised[item] ?? 0) + (lowered[item] ?? 0);
  items.sort((a, b) => moves(b) - moves(a));
  return (
    <section class="stack close">
      <h3>{t("movement-head")}</h3>
      <p>{t("movement-unchanged", { unchanged, people })}</p>
      <ul>
        {items.map((item) => (
          <li key={item}>
            {lineOf(item)}: {t("movement-item", { raised: raised[item] ?? 0, lowered: lowered[item] ?? 0 })}
          </li>
        ))}
      </ul>
    </section>
  );
}
