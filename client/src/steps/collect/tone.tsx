import { type IconName, Icon } from "../../icons.tsx";
import type { Lane } from "../../wire.ts";
import type { Tone } from "./options.ts";

const ICONS: Record<Tone, IconName | undefined> = {
  "": undefined,
  strength: "strength",
  worry: "worry",
  unknown: "dont-know",
  change: "change",
  offer: "agree",
  child: "quote",
  family: "family",
  option: "option",
  unheard: "speak",
};

/** The icon of what a lane holds. */
export function ToneIcon({ tone }: { readonly tone: Lane["tone"] }) {
  const icon = ICONS[tone ?? ""];
  return icon ? <Icon name={icon} /> : null;
}

/** The edge of a lane: tones differ by it as they do by icon and heading, never by colour alone. */
export function edgeOf(tone: Lane["tone"]): string {
  return tone ? `lane ${tone}` : "lane";
}
