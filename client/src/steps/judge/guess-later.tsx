/** What few rankings ask for is fetched when one does, with its words. */

import { useMemo } from "preact/hooks";
import { Later } from "../../later.tsx";
import { moreWords } from "../../words.ts";

interface Props {
  readonly step: string;
}

/** The guess beside one's own order. */
export function Guess({ step }: Props) {
  const load = useMemo(
    () => async () => {
      const [{ GuessPart }] = await Promise.all([import("./guess.tsx"), moreWords("mirror")]);
      return () => <GuessPart step={step} />;
    },
    [step],
  );
  return <Later load={load} />;
}

/** The mirror, once answers are open. */
export function Mirror({ step }: Props) {
  const load = useMemo(
    () => async () => {
      const [{ MirrorPart }] = await Promise.all([import("./mirror.tsx"), moreWords("mirror")]);
      return () => <MirrorPart step={step} />;
    },
    [step],
  );
  return <Later load={load} />;
}
