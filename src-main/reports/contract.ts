import { z } from 'zod';
import { prose, ticket } from '../cases/contract.ts';
import type { LetterBlock } from '../letters/contract.ts';
import { type DossierSection, dossierSections, type RedactionLevel, redactionLevels, usualSections } from './contract/words.ts';

export * from './contract/words.ts';

/** What a case report is to hold. */
export const dossierOrderSchema = z.strictObject({
  ref: ticket,
  sections: z
    .array(z.enum(dossierSections))
    .min(1, 'is empty: choose at least one section')
    .default([...usualSections]),
  redaction: z.enum(redactionLevels).default('full'),
  language: z.enum(['en', 'hi']).default('en'),
  reason: prose(4_000).optional(),
});
export type DossierOrder = z.infer<typeof dossierOrderSchema>;

/** Something of the case that is not in the report, and why. */
export interface Withheld {
  what: string;
  why: 'waiting' | 'gone' | 'identity' | 'package' | 'masked' | 'not-sealed' | 'material';
}

/** An entry of the record as it stands, without its content: enough to compute its hash anew (docs/verify.md). */
export interface ExtractEntry {
  seq: number;
  desk: string;
  at: string;
  actor: string;
  kind: string;
  subject: string;
  /** Hex. */
  commitment: string;
  prev: string;
  hash: string;
}

/** `record.json`: the entries of one case, under the signed checkpoint of the whole record. */
export interface RecordExtract {
  format: 'nivaran-record-extract/1';
  ticket: string;
  workspace: string;
  checkpoint: string;
  entries: ExtractEntry[];
}

/** One section as the page and `report.json` have it. */
export interface ReportSection {
  id: DossierSection;
  title: string;
  blocks: LetterBlock[];
}

/** `manifest.json` of a case report; docs/case-report.md describes it. */
export interface DossierManifest {
  format: 'nivaran-dossier/1';
  ticket: string;
  preparedAt: string;
  sections: DossierSection[];
  redaction: RedactionLevel;
  language: 'en' | 'hi';
  app: { name: string; version: string };
  rulebook: { name: string; version: string; hash: string };
  profile: { platform: string; version: string; hash: string };
  record: { entries: number; head: string };
  files: { path: string; sizeBytes: number; sha256: string }[];
  withheld: Withheld[];
}

/** Where a report was saved: the full path, and SHA-256 in hex. */
export interface ReportFiles {
  files: { path: string; sha256: string }[];
}
