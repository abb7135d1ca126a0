import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { attachClosestEdge, extractClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge";
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

/** Make a row draggable by its grip, and a place to drop its neighbours. Returns how it looks. */
export function useRowDrag({ list, item, row, grip, drop }: RowDrag): DragLook {
  const [look, setLook] = useState<DragLook>("");
  useEffect(() => {
    const element = row.current;
    const dragHandle = grip.current;
    if (!element || !dragHandle) return;
    const stopDrag = draggable({
      element,
      dragHandle,
      getInitialData: () => ({ list, item }),
      onDragStart: () => setLook("dragging"),
      onDrop: () => setLook(""),
    });
    const stopDrop = dropTargetForElements({
      element,
      canDrop: ({ source }) => source.data["list"] === list && source.data["item"] !== item,
      getData: ({ input, element }) => attachClosestEdge({ item }, { input, element, allowedEdges: ["top", "bottom"] }),
      onDrag: ({ self }) => setLook(extractClosestEdge(self.data) === "bottom" ? "drop-after" : "drop-before"),
      onDragLeave: () => setLook(""),
      onDrop: ({ self, source }) => {
        setLook("");
        drop(String(source.data["item"]), item, extractClosestEdge(self.data) === "bottom");
      },
    });
    return () => {
      stopDrag();
      stopDrop();
    };
  }, [list, item, drop]);
  return look;
}
