import { Bars } from "../../charts/bars.tsx";
import { Bump } from "../../charts/bump.tsx";
import { Gauge } from "../../charts/gauge.tsx";
import { Scale } from "../../charts/scale.tsx";
import { RowLink, Strips } from "../../charts/strips.tsx";
import { member } from "../../people.tsx";
import { Remarks } from "../../room/remarks.tsx";
import { record } from "../../store.ts";
import type { Figures, Furthest, JudgeRecord, Movement } from "../../wire.ts";
import { t } from "../../words.ts";
import { namesOf } from "../names.ts";
import { lineOf } from "../statement.tsx";
import { Alarm } from "./alarm.tsx";
import { Mirror } from "./guess-later.tsx";
import { columnsOf, figuresOf, voicesBefore } from "./passes.ts";
import { Speaker, Speakers } from "./speaker.tsx";
import { TwoVoices } from "./two-voices.tsx";
import { type Voice, voicesOf } from "./voices.ts";

interface Props {
  readonly judge: JudgeRecord;
  readonly voices: readonly Voice[];
}

/** What everybody answered, once it is open. Spread comes before any figure that sums it up. */
export function Revealed({ judge }: { readonly judge: JudgeRecord }) {
  const voices = voicesOf(judge.step);
  const tally = record("tally", `tally/${judge.step}`)?.tally;
  return (
    <>
      <h2>{t("judge-revealed")}</h2>
      <Alarm judge={judge} />
      <p class="soft">
        {t("judge-revealed-count", { count: voices.length })}
        {judge.shown !== "name" && ` ${t(`judge-are-shown-${judge.shown}`)}`}
      </p>
      {judge.missing.length > 0 && <p class="soft">{t("judge-were-missing", { names: namesOf(judge.missing) })}</p>}
      <Spread judge={judge} voices={voices} />
      {tally && <TwoVoices judge={judge} tally={tally} />}
      <Unsure voices={voices} />
      {judge.ask !== "choose" && <Reasons step={judge.step} voices={voices} />}
      {judge.guess && <Mirror step={judge.step} />}
    </>
  );
}

function Spread({ judge, voices }: Props) {
  const figures = figuresOf(judge.step)?.figures;
  const tally = record("tally", `tally/${judge.step}`)?.tally;
  if (judge.ask === "choose") return <Bars items={judge.items} ballots={voices} />;
  if (figures) return <Ranking judge={judge} voices={voices.filter((voice) => !voice.unsure)} figures={figures} />;
  if (tally?.type !== "middles") return null;
  return <Scale judge={judge} voices={voices} tally={tally} before={voicesBefore(judge) ?? []} />;
}

function Ranking({ judge, voices, figures }: Props & { readonly figures: Figures }) {
  const before = voicesBefore(judge);
  const { furthest, movement } = figures;
  return (
    <>
      <Strips figures={figures} ballots={voices} {...(before && { before })} />
      <section class="stack">
        <h3>{t("gauge-head")}</h3>
        <Gauge figures={figures} people={voices.length} />
        {furthest && <FurthestInWords furthest={furthest} />}
      </section>
      {movement && <MovementInWords movement={movement} />}
      <Passes judge={judge} />
    </>
  );
}

/** Those who said that they do not know, which is an answer; of marks, each strip says so itself. */
function Unsure({ voices }: { readonly voices: readonly Voice[] }) {
  const unsure = voices.filter((voice) => voice.unsure);
  if (unsure.length === 0) return null;
  return (
    <section class="stack close">
      <h3>{t("judge-unsure-head", { count: unsure.length })}</h3>
      <Speakers voices={unsure.map(({ member }) => member)} />
    </section>
  );
}

function Reasons({ step, voices }: { readonly step: string; readonly voices: readonly Voice[] }) {
  const reasons = voices.filter((voice) => voice.because);
  if (reasons.length === 0) return null;
  return (
    <section class="stack">
      <h3>{t("judge-reasons")}</h3>
      {reasons.map((voice) => (
        <blockquote key={voice.member} class="words">
          <p>{voice.because}</p>
          <footer>
            <Speaker voice={voice.member} />
          </footer>
          <Remarks
            step={step}
            about={`ballot/${voice.member}`}
            quote={voice.because}
            of={member(voice.member) ? voice.member : null}
          />
        </blockquote>
      ))}
    </section>
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
