import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

export type Overlay = 'intake' | 'order' | 'keys' | 'import' | 'report' | null;

interface Overlays {
  shown: Overlay;
  /** Files that were dropped on the window and wait for their platform. */
  dropped: File[];
  show(overlay: Overlay): void;
  importFiles(files: File[]): void;
}

const OverlaysContext = createContext<Overlays | null>(null);

/** Which sheet lies over the desk; one at a time. */
export function OverlaysProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Overlay>(null);
  const [dropped, setDropped] = useState<File[]>([]);
  const answer = useMemo<Overlays>(
    () => ({
      shown,
      dropped,
      show(overlay) {
        setDropped([]);
        setShown(overlay);
      },
      importFiles(files) {
        setDropped(files);
        setShown('import');
      },
    }),
    [shown, dropped],
  );
  return <OverlaysContext value={answer}>{children}</OverlaysContext>;
}

export function useOverlays(): Overlays {
  const answer = useContext(OverlaysContext);
  if (!answer) throw new Error('useOverlays is called outside of OverlaysProvider');
  return answer;
}
