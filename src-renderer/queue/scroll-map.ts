/**
 * Chromium's scroll height ends at 33 million pixels. A long list gets a spacer of at most `longestSpacer`; near both ends a pixel
 * of the spacer is a pixel of the list, between them the spacer is squeezed. Small movements always move the list 1:1 and leave
 * the spacer's position to be put right when the hand rests (`settled`).
 */
export const longestSpacer = 8_000_000;
const exactEdge = 500_000;
const jumpInViewports = 4;

export interface Extent {
  rows: number;
  rowHeight: number;
  viewport: number;
}

/** Where the list stands: `real` in the pixels of the whole list, `dom` as the scroller's own scrollTop. */
export interface Place {
  real: number;
  dom: number;
}

const clamp = (value: number, most: number) => Math.min(Math.max(0, value), Math.max(0, most));

export function spacerHeight({ rows, rowHeight }: Extent): number {
  return Math.min(rows * rowHeight, longestSpacer);
}

const realMost = (extent: Extent) => Math.max(0, extent.rows * extent.rowHeight - extent.viewport);
const domMost = (extent: Extent) => Math.max(0, spacerHeight(extent) - extent.viewport);
const isSqueezed = (extent: Extent) => extent.rows * extent.rowHeight > longestSpacer;

/** The scroller's position that stands for a position in the list. */
export function toDom(extent: Extent, real: number): number {
  const place = clamp(real, realMost(extent));
  if (!isSqueezed(extent) || place <= exactEdge) return place;
  const fromEnd = realMost(extent) - place;
  if (fromEnd <= exactEdge) return domMost(extent) - fromEnd;
  return exactEdge + ((place - exactEdge) / (realMost(extent) - 2 * exactEdge)) * (domMost(extent) - 2 * exactEdge);
}

/** The position in the list that a scroller's position stands for. */
export function toReal(extent: Extent, dom: number): number {
  const place = clamp(dom, domMost(extent));
  if (!isSqueezed(extent) || place <= exactEdge) return place;
  const fromEnd = domMost(extent) - place;
  if (fromEnd <= exactEdge) return realMost(extent) - fromEnd;
  return exactEdge + ((place - exactEdge) / (domMost(extent) - 2 * exactEdge)) * (realMost(extent) - 2 * exactEdge);
}

/** The place after the scroller reports a new position: a small step is 1:1, a jump (the thumb dragged) goes by the map. */
export function scrolled(extent: Extent, before: Place, dom: number): Place {
  if (!isSqueezed(extent)) return { real: clamp(dom, realMost(extent)), dom };
  const step = dom - before.dom;
  if (Math.abs(step) > jumpInViewports * extent.viewport) return { real: toReal(extent, dom), dom };
  return { real: clamp(before.real + step, realMost(extent)), dom };
}

/** The same place with the scroller where the map wants it. */
export function settled(extent: Extent, place: Place): Place {
  const real = clamp(place.real, realMost(extent));
  return { real, dom: Math.round(toDom(extent, real)) };
}

/** True when the scroller would hit its own end before the list's. */
export function isOffCourse(extent: Extent, place: Place): boolean {
  return isSqueezed(extent) && Math.abs(place.dom - toDom(extent, place.real)) > exactEdge / 2;
}

/** The least movement that shows a row whole. */
export function toShow(extent: Extent, place: Place, row: number): Place {
  const top = row * extent.rowHeight;
  if (top < place.real) return settled(extent, { ...place, real: top });
  const beyond = top + extent.rowHeight - extent.viewport;
  return beyond > place.real ? settled(extent, { ...place, real: beyond }) : place;
}

/** First row to draw and how many, with some above and below so that a step shows no gap. */
export function drawn(extent: Extent, place: Place, spare: number): { first: number; count: number } {
  const first = Math.max(0, Math.floor(place.real / extent.rowHeight) - spare);
  const count = Math.ceil(extent.viewport / extent.rowHeight) + 1 + 2 * spare;
  return { first, count: Math.max(0, Math.min(count, extent.rows - first)) };
}
