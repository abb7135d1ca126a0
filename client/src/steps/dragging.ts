/** What makes rows draggable. It is fetched after the rows are there: nobody waits for it. */

import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { attachClosestEdge, extractClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge";
import type { DragLook } from "./row-drag.ts";

/** A row of a list, and what to tell when something happens to it. */
export interface Dragged {
  readonly list: string;
  readonly item: string;
  readonly element: HTMLElement;
  readonly dragHandle: HTMLElement;
  readonly drop: (item: string, on: string, after: boolean) => void;
  readonly setLook: (look: DragLook) => void;
}

/** Make a row draggable by its handle, and a place to drop its neighbours. Returns how to stop. */
export function makeDraggable({ list, item, element, dragHandle, drop, setLook }: Dragged): () => void {
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
}
