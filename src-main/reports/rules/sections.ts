import type { LetterBlock } from '../../letters/contract.ts';
import type { DossierSection, ReportSection } from '../contract.ts';
import { clocksSection } from './clocks.ts';
import type { Writing } from './facts.ts';
import { evidenceSection, lettersSection, recordSection } from './files.ts';
import { identitySection } from './identity.ts';
import { notesSection, timelineSection } from './story.ts';
import { complaintSection, summarySection } from './summary.ts';
import { reportWords } from './words.ts';
import { decisionsSection, workSection } from './work.ts';

const writers: Partial<Record<DossierSection, (writing: Writing) => LetterBlock[]>> = {
  summary: summarySection,
  complaint: complaintSection,
  timeline: timelineSection,
  clocks: clocksSection,
  identity: identitySection,
  work: workSection,
  decisions: decisionsSection,
  letters: lettersSection,
  evidence: evidenceSection,
  notes: (writing) => notesSection(writing, false),
  'privileged-notes': (writing) => notesSection(writing, true),
  record: recordSection,
};

/** The sections that were chosen, in their order, each as the blocks of the page. Files stand in the archive alone. */
export function sectionsOf(writing: Writing): ReportSection[] {
  const say = reportWords(writing.language);
  return writing.sections.flatMap((id) => {
    const write = writers[id];
    return write ? [{ id, title: say.sections[id], blocks: write(writing) }] : [];
  });
}
