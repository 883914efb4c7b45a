import type { LetterRecord, ReportModel } from '../../letters/contract.ts';
import { formatDateIst, formatInstantIst } from '../../letters/rules/format.ts';
import type { ReportSection } from '../contract.ts';
import type { Writing } from './facts.ts';
import { facts } from './parts.ts';
import { reportWords } from './words.ts';

/** The report as the layout draws it: its head, then the sections. */
export function reportModelOf(
  writing: Writing,
  sections: readonly ReportSection[],
  record: LetterRecord,
  isSynthetic: boolean,
): ReportModel {
  const { facts: known, language, redaction } = writing;
  const { view, organisation, preparedAt, preparedBy } = known;
  const say = reportWords(language);
  const chosen = writing.sections.map((id) => say.sections[id]).join(', ');
  return {
    v: 1,
    language,
    title: `${say.title}: ${view.ref}`,
    createdAt: preparedAt,
    ticket: view.ref,
    date: formatDateIst(preparedAt),
    letterhead: { name: organisation, lines: [] },
    heading: say.title,
    head: [
      ...facts([
        [say.head.ticket, view.ref],
        [say.head.organisation, organisation],
        [say.head.prepared, formatInstantIst(preparedAt)],
        [say.head.by, preparedBy],
        [say.head.holds, chosen],
        [say.head.redaction, say.head[redaction]],
        [say.head.archive, say.head.archiveNote],
      ]),
    ],
    glyphNote: say.head.glyphs,
    sections: sections.map(({ title, blocks }) => ({ title, blocks })),
    record,
    ...(isSynthetic ? { synthetic: true } : {}),
  };
}
