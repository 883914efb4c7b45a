import { type RefObject, useEffect, useRef, useState } from 'react';

/** Draws on a canvas; answers how high the drawing is, in CSS pixels. */
export type Draw = (canvas: HTMLCanvasElement) => Promise<number>;

/**
 * A canvas that shows what `draw` draws, anew whenever `draw` is another function; its height, and what failed. Drawn on a spare
 * canvas first: two drawings on one canvas at a time are an error, and a half-drawn page is no page.
 */
export function useDrawn(draw: Draw, firstHeight: number): { canvas: RefObject<HTMLCanvasElement | null>; height: number; error: unknown } {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [height, setHeight] = useState(firstHeight);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let isCurrent = true;
    const spare = document.createElement('canvas');
    const show = async () => {
      const drawn = await draw(spare);
      const shown = canvas.current;
      if (!isCurrent || !shown) return;
      shown.width = spare.width;
      shown.height = spare.height;
      shown.getContext('2d')?.drawImage(spare, 0, 0);
      setHeight(drawn);
      setError(null);
    };
    show().catch((reason: unknown) => isCurrent && setError(reason));
    return () => {
      isCurrent = false;
    };
  }, [draw]);
  return { canvas, height, error };
}
