import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import styles from './split.module.css';

interface SplitProps {
  percent: number;
  label: string;
  left: ReactNode;
  /** Null: there is nothing beside the left one, which keeps its place and its scrolling either way. */
  right: ReactNode | null;
  /** No room for two: the right one takes the place of the left. */
  isNarrow?: boolean;
  onChange(percent: number): void;
}

const least = 30;
const most = 75;
const clamp = (percent: number) => Math.min(most, Math.max(least, Math.round(percent)));

const steps: Record<string, (percent: number) => number> = {
  ArrowLeft: (percent) => percent - 2,
  ArrowRight: (percent) => percent + 2,
  Home: () => least,
  End: () => most,
};

/** Two panes with a bar between them, moved by pointer or by arrow keys; the place is told when the hand lets go. */
export function Split({ percent, label, left, right, isNarrow = false, onChange }: SplitProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const shown = dragged ?? percent;

  const drag = (event: PointerEvent) => {
    const box = frame.current?.getBoundingClientRect();
    if (dragged !== null && box) setDragged(clamp(((event.clientX - box.left) / box.width) * 100));
  };
  const drop = () => {
    if (dragged !== null) onChange(dragged);
    setDragged(null);
  };
  const press = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    onChange(clamp(step(percent)));
  };

  const isSplit = right !== null && !isNarrow;
  return (
    <div
      ref={frame}
      className={styles['split']}
      style={{ gridTemplateColumns: isSplit ? `minmax(0, ${shown}fr) 7px minmax(0, ${100 - shown}fr)` : 'minmax(0, 1fr)' }}
    >
      <div className={styles['pane']} hidden={right !== null && isNarrow}>
        {left}
      </div>
      {isSplit ? (
        // biome-ignore lint/a11y/useSemanticElements: a rule that can be moved has no element of its own
        <div
          className={styles['bar']}
          role="separator"
          aria-orientation="vertical"
          aria-label={label}
          aria-valuenow={shown}
          aria-valuemin={least}
          aria-valuemax={most}
          tabIndex={0}
          data-dragged={dragged !== null || undefined}
          onKeyDown={press}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            setDragged(percent);
          }}
          onPointerMove={drag}
          onPointerUp={drop}
          onPointerCancel={drop}
          onDoubleClick={() => onChange(58)}
        />
      ) : null}
      {right === null ? null : <div className={styles['pane']}>{right}</div>}
    </div>
  );
}
