import { all } from "../store.ts";
import { t } from "../words.ts";
import { isGone, Statement } from "./statement.tsx";

/** The statements of the meeting that this step leaves out: set aside, and still in sight. */
export function Tray({ items }: { readonly items: readonly string[] }) {
  const left = all("item").filter((item) => !items.includes(item.id) && !isGone(item.id));
  if (left.length === 0) return null;
  return (
    <section class="tray">
      <h2 class="kicker">{t("set-aside")}</h2>
      {left.map((item) => (
        <Statement key={item.id} id={item.id} />
      ))}
    </section>
  );
}
