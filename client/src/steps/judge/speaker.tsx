import { Badge as Drawing } from "../../badge.tsx";
import { Badge, letters, member, shapeOf } from "../../people.tsx";
import { record } from "../../store.ts";
import { t } from "../../words.ts";
import { Person } from "../named.tsx";
import { agencyOf, isNobodys } from "./voices.ts";

/** Whose an opened answer is, as far as the room may know: a person, an agency, or nobody. */
export function Speaker({ voice }: { readonly voice: string }) {
  const unnamed = record("unnamed", voice);
  if (!unnamed) return <Person id={voice} />;
  if (!unnamed.agency) return null;
  return (
    <span class="named">
      <Mark voice={voice} />
      <bdi>{unnamed.agency}</bdi>
    </span>
  );
}

/** The same in text alone, for the head of a column. */
export function SpeakerName({ voice }: { readonly voice: string }) {
  const unnamed = record("unnamed", voice);
  if (!unnamed) return <bdi>{member(voice)?.name ?? t("person-gone")}</bdi>;
  return unnamed.agency ? <bdi>{unnamed.agency}</bdi> : <>{t("judge-somebody")}</>;
}

/** The mark of an opened answer. It is only a drawing: whose it is must stand near it in words. */
export function Mark({ voice }: { readonly voice: string }) {
  if (member(voice)) return <Badge id={voice} />;
  const agency = agencyOf(voice);
  return agency === undefined ? null : <Drawing shape={shapeOf({ agency })} letters={letters({ agency })} />;
}

/** Opened answers side by side, as many in a line as fit; of those that are nobody's, how many. */
export function Speakers({ voices }: { readonly voices: readonly string[] }) {
  const known = voices.filter((voice) => !isNobodys(voice));
  const others = voices.length - known.length;
  return (
    <ul class="named-list" role="list">
      {known.map((voice) => (
        <li key={voice}>
          <Speaker voice={voice} />
        </li>
      ))}
      {others > 0 && <li class="soft">{t("bars-count", { count: others })}</li>}
    </ul>
  );
}
