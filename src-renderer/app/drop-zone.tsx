import { IconMailDown } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import styles from './drop-zone.module.css';
import { useOverlays } from './overlays.tsx';
import { useText } from './text.ts';

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** Drags come as a pair of events for each element passed over; the depth of the pairs says whether one is still inside. */
function useFileDrag(onDrop: (files: File[]) => void): boolean {
  const [depth, setDepth] = useState(0);
  useEffect(() => {
    const enter = (event: DragEvent) => holdsFiles(event) && setDepth((n) => n + 1);
    const leave = (event: DragEvent) => holdsFiles(event) && setDepth((n) => Math.max(0, n - 1));
    const over = (event: DragEvent) => holdsFiles(event) && event.preventDefault();
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setDepth(0);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) onDrop(files);
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, [onDrop]);
  return depth > 0;
}

/** Mail dropped anywhere on the window is offered for import. */
export function DropZone() {
  const { t } = useText();
  const { importFiles } = useOverlays();
  const isOver = useFileDrag(importFiles);
  if (!isOver) return null;
  return (
    <div className={styles['zone']} role="status">
      <div className={styles['card']}>
        <IconMailDown size={40} stroke={1.5} aria-hidden />
        <p className={styles['title']}>{t('intake.import.drop')}</p>
        <p>{t('intake.import.dropHint')}</p>
      </div>
    </div>
  );
}
