import { useEffect, useState } from "preact/hooks";
import { Icon } from "../icons.tsx";
import { dayAt, timeOf } from "../steps/day.ts";
import { announce } from "../status.ts";
import type { Replay } from "../wire.ts";
import { t } from "../words.ts";
import { momentInWords } from "./words.ts";

// Time to read what a moment was.
const MOMENT_MS = 2_500;

interface Props {
  readonly replay: Replay;
  readonly index: number;
  readonly go: (index: number) => void;
}

/** From moment to moment: by sliding, by buttons, or by letting it run. */
export function Slider({ replay, index, go }: Props) {
  const [plays, setPlays] = useState(false);
  const last = replay.moments.length - 1;
  const moment = replay.moments[index];
  useEffect(() => {
    if (!plays) return;
    if (index >= last) return setPlays(false);
    const next = setTimeout(() => go(index + 1), MOMENT_MS);
    return () => clearTimeout(next);
  }, [plays, index, last]);
  if (!moment) return null;
  const words = momentInWords(moment, replay);
  // A slider says by itself where it is; while it runs, nobody could listen to so much.
  const say = (at: number) => {
    const there = replay.moments[at];
    if (there) announce(momentInWords(there, replay));
  };
  const step = (to: number) => {
    setPlays(false);
    const there = Math.min(Math.max(to, 0), last);
    go(there);
    say(there);
  };
  const play = () => {
    if (plays) say(index);
    else if (index >= last) go(0);
    setPlays(!plays);
  };
  return (
    <section class="replay-slider card" aria-label={t("replay-moments")}>
      <p class="lead">{words}</p>
      <p class="soft">
        {t("replay-place", { number: index + 1, of: last + 1 })} · {dayAt(moment.at)}, {timeOf(moment.at)}
      </p>
      <input
        type="range"
        min={0}
        max={last}
        step={1}
        value={index}
        aria-label={t("replay-moments")}
        aria-valuetext={words}
        onInput={(event) => {
          setPlays(false);
          go(Number(event.currentTarget.value));
        }}
      />
      <div class="buttons">
        <button type="button" class="button" aria-disabled={index === 0} onClick={() => step(index - 1)}>
          <Icon name="back" />
          {t("replay-previous")}
        </button>
        <button type="button" class="button" aria-pressed={plays} onClick={play}>
          <Icon name={plays ? "pause" : "play"} />
          {t(plays ? "replay-pause" : "replay-play")}
        </button>
        <button type="button" class="button" aria-disabled={index === last} onClick={() => step(index + 1)}>
          <Icon name="next" />
          {t("replay-next")}
        </button>
      </div>
    </section>
  );
}
