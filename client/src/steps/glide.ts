import { type RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

const GLIDE_MS = 180;

/** Let the children of a list glide to their new places, so that the eye can follow what moved. */
export function useGlide(list: RefObject<HTMLElement | null>, order: readonly string[]): void {
  const tops = useRef<ReadonlyMap<string, number>>(new Map());
  useLayoutEffect(() => {
    const before = tops.current;
    tops.current = topsOf(list.current);
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    for (const [key, top] of tops.current) {
      const from = (before.get(key) ?? top) - top;
      if (from === 0) continue;
      const row = list.current?.querySelector(`[data-item="${CSS.escape(key)}"]`);
      row?.animate([{ transform: `translateY(${from}px)` }, { transform: "none" }], {
        duration: GLIDE_MS,
        easing: "ease-out",
      });
    }
  }, [list, order.join(" ")]);
}

function topsOf(list: HTMLElement | null): ReadonlyMap<string, number> {
  const rows = [...(list?.children ?? [])] as HTMLElement[];
  return new Map(rows.map((row) => [row.dataset["item"] ?? "", row.offsetTop]));
}
