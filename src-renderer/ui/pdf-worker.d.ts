/** The worker of the PDF library, run on the page's own thread; it ships without types. */
declare module 'pdfjs-dist/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown;
}
