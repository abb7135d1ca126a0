import { Icon } from "../../icons.tsx";
import { t } from "../../words.ts";
import { type Group, isGap } from "./options.ts";

/** Empty lanes of the child or the family: each is a gap, and is seen to be one. */
export function Gaps({ groups }: { readonly groups: readonly Group[] }) {
  return (
    <>
      {groups.filter(isGap).map((group) => (
        <p key={group.key} class="gap">
          <Icon name="warning" />
          {t("option-gap", { lane: group.title })}
        </p>
      ))}
    </>
  );
}
