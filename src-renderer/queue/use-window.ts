import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { drawn, type Extent, isOffCourse, type Place, scrolled, settled, spacerHeight, toShow } from './scroll-map.ts';

const restMs = 150;
const spareRows = 6;

/** Rows are 3.5 rem high, so that a larger letter of the browser makes larger rows. */
export function rowHeightPx(): number {
  return Math.round(3.5 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize || '16'));
}

/** How much of the scroller shows rows, followed as the window changes. */
function useViewport(scroller: RefObject<HTMLDivElement | null>, rowHeight: number, header: number): number {
  const [viewport, setViewport] = useState(600);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const measure = () => setViewport(Math.max(rowHeight, element.clientHeight - header));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [scroller, rowHeight, header]);
  return viewport;
}

/**
 * The window of a long list: which rows to draw and where, while the element that scrolls has a spacer of bearable height.
 * `header` is the height of what sticks to the top of that element.
 */
export function useWindow(rows: number, rowHeight: number, header: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const viewport = useViewport(scroller, rowHeight, header);
  const extent: Extent = { rows, rowHeight, viewport };
  const place = useRef<Place>({ real: 0, dom: 0 });
  const [view, setView] = useState({ first: 0, count: 0, shift: 0 });
  const rest = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef(extent);
  useLayoutEffect(() => {
    latest.current = extent;
  });

  const draw = useCallback(() => {
    const { first, count } = drawn(latest.current, place.current, spareRows);
    const shift = place.current.dom - place.current.real;
    setView((before) => (before.first === first && before.count === count && before.shift === shift ? before : { first, count, shift }));
  }, []);
  const put = useCallback(
    (next: Place) => {
      // Asking the scroller where it is makes the browser lay the page out: not where nothing moves.
      if (next === place.current) return;
      place.current = next;
      if (scroller.current && Math.abs(scroller.current.scrollTop - next.dom) >= 1) scroller.current.scrollTop = next.dom;
      draw();
    },
    [draw],
  );

  const onScroll = useCallback(() => {
    const dom = scroller.current?.scrollTop ?? 0;
    // The scroller reports what was just set, rounded to the pixels of the screen.
    if (Math.abs(dom - place.current.dom) < 1) return;
    place.current = scrolled(latest.current, place.current, dom);
    clearTimeout(rest.current);
    if (isOffCourse(latest.current, place.current)) put(settled(latest.current, place.current));
    else {
      draw();
      rest.current = setTimeout(() => put(settled(latest.current, place.current)), restMs);
    }
  }, [draw, put]);

  // The list grew or shrank, or the window did: the place may lie behind its end now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what changes the extent
  useLayoutEffect(() => put(settled(latest.current, place.current)), [rows, rowHeight, viewport, put]);
  useEffect(() => () => clearTimeout(rest.current), []);

  const showRow = useCallback((row: number) => put(toShow(latest.current, place.current, row)), [put]);
  const toTop = useCallback(() => put({ real: 0, dom: 0 }), [put]);
  return {
    scroller,
    onScroll,
    view,
    showRow,
    toTop,
    spacer: spacerHeight(extent),
    pageRows: Math.max(1, Math.floor(viewport / rowHeight) - 1),
  };
}
