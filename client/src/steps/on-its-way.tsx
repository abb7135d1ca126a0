import { line } from "../connection.ts";
import { t } from "../words.ts";

/** Says that words are kept until the line is back. With a line they are there before one can read it. */
export function OnItsWay() {
  return line.value === "live" ? null : <p class="soft">{t("judge-sending")}</p>;
}
