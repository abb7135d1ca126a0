/** The register: who is who, who should be here, and what is known of the family's side. */

import { me } from "../people.tsx";
import { room } from "./agenda.ts";
import { AttendsChoice } from "./person-choices.tsx";
import { Checklist } from "./register/checklist.tsx";
import { Elsewhere } from "./register/elsewhere.tsx";
import { FamilySide } from "./register/family.tsx";
import { MyEntry } from "./register/my-entry.tsx";
import { t } from "../words.ts";

/** All of it, in one sheet; what is about a family only where the room is about real people. */
export function Register() {
  const real = room()?.case ?? false;
  const open = room()?.closed === null;
  const own = me();
  return (
    <div class="stack open">
      <section class="stack" aria-labelledby="entry-head">
        <h3 id="entry-head">{t("entry-head")}</h3>
        <MyEntry />
      </section>
      {own && own.attends !== "proxy" && open && <AttendsChoice of={own} />}
      <Checklist />
      {real && <FamilySide />}
      {real && <Elsewhere />}
    </div>
  );
}
