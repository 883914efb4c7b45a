import { type KeyboardEvent, type PointerEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { Region } from '../../../src-main/packages/contract.ts';
import { useText } from '../../app/text.ts';
import { Failed } from '../../ui/states.tsx';
import { useDrawn } from '../../ui/use-drawn.ts';
import type { PageSource } from './page-source.ts';
import styles from './redact.module.css';
import { afterKey, moved, type Point, regionBetween } from './regions.ts';

const percent = (value: number) => `${value * 100}%`;
const placed = ({ x, y, width, height }: Region) => ({
  left: percent(x),
  top: percent(y),
  width: percent(width),
  height: percent(height),
});

interface PartProps {
  region: Region;
  label: string;
  isOpaque: boolean;
  isNew: boolean;
  place(event: PointerEvent): Point;
  onChange(region: Region | null): void;
}

/** One part that goes: moved by mouse or arrows, sized with Shift, taken back with Delete. */
function Part({ region, label, isOpaque, isNew, place, onChange }: PartProps) {
  const button = useRef<HTMLButtonElement>(null);
  const grip = useRef<{ at: Point; region: Region } | null>(null);
  useEffect(() => {
    if (isNew) button.current?.focus();
  }, [isNew]);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = afterKey(region, event.key, event.shiftKey);
    const goes = event.key === 'Delete' || event.key === 'Backspace';
    if (!next && !goes) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(next);
  };
  return (
    <button
      ref={button}
      type="button"
      className={styles['part']}
      data-opaque={isOpaque || undefined}
      style={placed(region)}
      aria-label={label}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = { at: place(event), region };
      }}
      onPointerMove={(event) => {
        if (!grip.current) return;
        const to = place(event);
        onChange(moved(grip.current.region, { x: to.x - grip.current.at.x, y: to.y - grip.current.at.y }));
      }}
      onPointerUp={() => {
        grip.current = null;
      }}
    />
  );
}

/** Where on the page the pointer is, in parts of its width and height. */
function placeOn(area: HTMLElement | null, { clientX, clientY }: PointerEvent): Point {
  const { left, top, width, height } = area?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
  return { x: (clientX - left) / width, y: (clientY - top) / height };
}

interface PageAreaProps {
  source: PageSource;
  page: number;
  width: number;
  regions: readonly Region[];
  isOpaque: boolean;
  /** The part that has just been added by key, to be given the focus. */
  added: number | null;
  onChange(regions: Region[]): void;
}

/** A page on which parts are marked by drawing over them. */
export function PageArea({ source, page, width, regions, isOpaque, added, onChange }: PageAreaProps) {
  const { t } = useText();
  const draw = useCallback((on: HTMLCanvasElement) => source.draw(page, on, width), [source, page, width]);
  const { canvas, height, error } = useDrawn(draw, 0);
  const area = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<{ from: Point; to: Point } | null>(null);
  const place = (event: PointerEvent) => placeOn(area.current, event);
  const drawn = drawing ? regionBetween(drawing.from, drawing.to) : null;
  const finish = () => {
    if (drawn) onChange([...regions, drawn]);
    setDrawing(null);
  };
  return (
    <>
      {error ? <Failed error={error} compact /> : null}
      <div
        ref={area}
        className={styles['page']}
        style={{ width, height: height || undefined }}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrawing({ from: place(event), to: place(event) });
        }}
        onPointerMove={(event) => drawing && setDrawing({ ...drawing, to: place(event) })}
        onPointerUp={finish}
        onPointerCancel={() => setDrawing(null)}
      >
        <canvas ref={canvas} className={styles['drawn']} role="img" aria-label={t('redact.page', { n: page, of: source.count })} />
        {regions.map((region, n) => (
          <Part
            // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the list, and changes while it is moved
            key={n}
            region={region}
            label={t('redact.partOnPage', { n: n + 1, page })}
            isOpaque={isOpaque}
            isNew={added === n}
            place={place}
            onChange={(next) => onChange(regions.flatMap((one, at) => (at === n ? (next ? [next] : []) : [one])))}
          />
        ))}
        {drawn ? <div className={styles['drawing']} style={placed(drawn)} /> : null}
      </div>
    </>
  );
}
