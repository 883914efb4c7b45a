import { useElementSize } from '@mantine/hooks';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useCallback, useEffect, useState } from 'react';
import { drawPage, openPdf } from './pdf.ts';
import styles from './pdf-view.module.css';
import { Failed, Waiting } from './states.tsx';
import { useDrawn } from './use-drawn.ts';

function PdfPage({ pdf, number, width, label }: { pdf: PDFDocumentProxy; number: number; width: number; label: string }) {
  const draw = useCallback((on: HTMLCanvasElement) => drawPage(pdf, number, on, width), [pdf, number, width]);
  const { canvas, height } = useDrawn(draw, Math.round(width * Math.SQRT2));
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
