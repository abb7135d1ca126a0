/** Rows of equal places are fetched where a question asks for them, with their words. */

import { useMemo } from "preact/hooks";
import { Later } from "../../later.tsx";
import { moreWords } from "../../words.ts";

interface Props {
  readonly step: string;
  /** To read, not to change. */
  readonly still?: boolean;
}

/** One's own rows. */
export function Diamond({ step, still = false }: Props) {
  const load = useMemo(
    () => async () => {
      const [{ Still, Making }] = await Promise.all([import("./diamond.tsx"), moreWords("diamond")]);
      return () => (still ? <Still step={step} /> : <Making step={step} />);
    },
    [step, still],
  );
  return <Later load={load} />;
}
