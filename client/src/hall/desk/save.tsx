import { roomPath } from "../../http.ts";
import { Icon } from "../../icons.tsx";
import { me } from "../../people.tsx";
import { t } from "../../words.ts";

/** The exercise of the tables as a file, to share it or to use it again: the list comes along, and no answers. */
export function SaveExercise() {
  if (me()?.role !== "chair") return null;
  return (
    <a class="button quiet" href={roomPath("/template.toml")} download>
      <Icon name="download" />
      {t("hall-desk-save")}
    </a>
  );
}
