import { type RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";

/** What a row looks like while something is dragged: itself, or a place to drop before or after. */
export type DragLook = "" | "dragging" | "drop-before" | "drop-after";

/** Dragging is one more way to move a row; the buttons can do all that it can. */
export interface RowDrag {
  readonly list: string;
  readonly item: string;
  readonly row: RefObject<HTMLElement | null>;
  readonly grip: RefObject<HTMLElement | null>;
  readonly drop: (item: string, on: string, after: boolean) => void;
}

/** Make a row draggable by its grip, as soon as the code for it is there. Returns how it looks. */
export function useRowDrag({ list, item, row, grip, drop }: RowDrag): DragLook {
  const [look, setLook] = useState<DragLook>("");
  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = false;
    const begin = async () => {
      const { makeDraggable } = await import("./dragging.ts");
      const element = row.current;
      const dragHandle = grip.current;
      if (!gone && element && dragHandle) stop = makeDraggable({ list, item, element, dragHandle, drop, setLook });
    };
    begin().catch(() => undefined); // without a line, the buttons are there
    return () => {
      gone = true;
      stop?.();
    };
  }, [list, item, drop]);
  return look;
}
