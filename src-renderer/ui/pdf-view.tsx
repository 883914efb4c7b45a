import { useElementSize } from '@mantine/hooks';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { drawPage, openPdf } from './pdf.ts';
import styles from './pdf-view.module.css';
import { Failed, Waiting } from './states.tsx';

function PdfPage({ pdf, number, width, label }: { pdf: PDFDocumentProxy; number: number; width: number; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [height, setHeight] = useState(Math.round(width * Math.SQRT2));
  useEffect(() => {
    let isCurrent = true;
    // Drawn on a spare canvas first: two drawings on one canvas at a time are an error, and a half-drawn page is no page.
    const spare = document.createElement('canvas');
    const show = async () => {
      const drawn = await drawPage(pdf, number, spare, width);
      const shown = canvas.current;
      if (!isCurrent || !shown) return;
      shown.width = spare.width;
      shown.height = spare.height;
      shown.getContext('2d')?.drawImage(spare, 0, 0);
      setHeight(drawn);
    };
    show().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [pdf, number, width]);
  return <canvas ref={canvas} className={styles['page']} role="img" aria-label={label} style={{ width, height }} />;
}

/** The pages of a PDF (base64) as wide as the place given; `label` names a page from its number. */
export function PdfView({ pdf, label }: { pdf: string; label(page: number): string }) {
  const { ref, width } = useElementSize();
  const [opened, setOpened] = useState<PDFDocumentProxy | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let isCurrent = true;
    let mine: PDFDocumentProxy | undefined;
    openPdf(pdf).then(
      (document) => {
        mine = document;
        if (isCurrent) setOpened(document);
        else void document.loadingTask.destroy();
      },
      (reason: unknown) => isCurrent && setError(reason),
    );
    return () => {
      isCurrent = false;
      setOpened(null);
      void mine?.loadingTask.destroy();
    };
  }, [pdf]);

  const shownWidth = Math.min(Math.floor(width), 860);
  return (
    <div ref={ref} className={styles['pages']}>
      {error ? <Failed error={error} compact /> : null}
      {!opened && !error ? <Waiting lines={6} /> : null}
      {opened && shownWidth > 0
        ? Array.from({ length: opened.numPages }, (_, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
            <PdfPage key={n} pdf={opened} number={n + 1} width={shownWidth} label={label(n + 1)} />
          ))
        : null}
    </div>
  );
}
