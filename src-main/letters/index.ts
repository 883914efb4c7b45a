export { readLabels } from './resources.ts';
export { type LetterRequest, letterPdf, previewLetter, recordExport, type SealedLetter, sealLetter } from './service.ts';
