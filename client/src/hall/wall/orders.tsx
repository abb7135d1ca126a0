import { t } from "../../words.ts";
import { TwoOrders } from "../charts/two-orders.tsx";
import { floorRecord } from "../floor.ts";
import { Stated } from "./parts.tsx";

/** One order over everybody, whoever they sat with, beside one over the tables' lists. */
export function OrdersView() {
  const orders = floorRecord("orders", "orders");
  if (!orders || (orders.everybody.length === 0 && orders.over_tables.length === 0)) {
    return <p class="lead">{t("tables-orders-none")}</p>;
  }
  return (
    <div class="stack tables-view">
      <TwoOrders
        left={orders.everybody}
        right={orders.over_tables}
        leftTitle={t("tables-orders-everybody", { count: orders.people })}
        rightTitle={t("tables-orders-tables", { count: orders.tables })}
      />
      <Key items={[...new Set([...orders.everybody, ...orders.over_tables].flat())]} />
      <p class="soft">
        {t("tables-orders-how")} {!orders.exact && t("tables-orders-not-exact")}
      </p>
    </div>
  );
}

/** On a phone there is no room for words beside the lines: they stand below, in everybody's order. */
function Key({ items }: { readonly items: readonly string[] }) {
  return (
    <ul class="orders-key" role="list" aria-hidden="true">
      {items.map((item) => (
        <li key={item}>
          <Stated item={item} />
        </li>
      ))}
    </ul>
  );
}
