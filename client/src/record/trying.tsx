import { useState } from "preact/hooks";
import { send } from "../commands.ts";
import { Icon } from "../icons.tsx";
import { announce } from "../status.ts";
import type { Command } from "../wire.ts";

/** What a form does, and why it could not be done the last time. */
export interface Trying {
  readonly refused: string;
  /** Do something; says whether it was done. */
  readonly run: (command: Command) => Promise<boolean>;
}

/** Return a way to do something whose refusal stands in the form: it may be open over the page. */
export function useTrying(): Trying {
  const [refused, setRefused] = useState("");
  const run = async (command: Command) => {
    const outcome = await send(command);
    const sentence = outcome.ok ? "" : outcome.sentence;
    setRefused(sentence);
    if (sentence) announce(sentence);
    return outcome.ok;
  };
  return { refused, run };
}

/** Why it could not be done. */
export function Refused({ sentence }: { readonly sentence: string }) {
  if (!sentence) return null;
  return (
    <p class="error">
      <Icon name="warning" />
      {sentence}
    </p>
  );
}
