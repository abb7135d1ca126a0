import { now } from "../clock.ts";
import { Icon } from "../icons.tsx";
import { t } from "../words.ts";
import type { StepRecord } from "../wire.ts";
import { room } from "./agenda.ts";
import { leftInWords, timeLeft } from "./time.ts";

/** The time left of a step, in words. Silent: src/room/happenings.ts says the few marks aloud. */
export function Timer({ step }: { readonly step: StepRecord }) {
  const where = room();
  if (!where) return null;
  if (where.paused) return <Words mood="" text={t("time-paused")} />;
  const { id, count, mood } = leftInWords(timeLeft(step, where, now.value));
  return <Words mood={mood} text={t(id, { count })} />;
}

function Words({ mood, text }: { readonly mood: string; readonly text: string }) {
  return (
    <span class={`timer ${mood}`} role="timer">
      <Icon name="timer" />
      {text}
    </span>
  );
}
