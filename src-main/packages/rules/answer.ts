import type { Complainant } from '../../cases/contract.ts';
import type { WorkEntry, WorkView } from '../../rights/contract.ts';
import type { Answer, AnswerFile, PackageFileView } from '../contract.ts';

/** What an answer is made of. `facts` gives size and SHA-256 of what is really handed out, by attachment. */
export interface AnswerSource {
  ref: string;
  kind: string;
  platform: { name: string; operator: string };
  language: 'en' | 'hi';
  receivedAt: string;
  preparedAt: string;
  complainant: Complainant;
  onBehalfOf: string | null;
  work: Pick<WorkView, 'systems' | 'categories' | 'recipients'> & { entries: readonly WorkEntry[] };
  files: readonly PackageFileView[];
  facts: ReadonlyMap<string, { mediaType: string; sizeBytes: number; sha256: string }>;
}

const last = (entries: readonly WorkEntry[], sort: WorkEntry['sort'], name: string) =>
  entries.findLast((one) => one.sort === sort && one.name === name);

/** The ending of a file's name, so that it opens; nothing else of the name stands open in an archive. */
export function endingOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? 'bin';
}

/** The attachment that is handed out for a file; null where none is. */
export function givenFor({ id, decision, copy }: PackageFileView): string | null {
  if (decision === 'withhold') return null;
  return decision === 'redact' ? (copy?.id ?? null) : id;
}

function answerFiles({ files, facts }: AnswerSource): AnswerFile[] {
  let number = 0;
  return files.map((file) => {
    const given = givenFor(file);
    const fact = given === null ? undefined : facts.get(given);
    const name = file.decision === 'redact' ? (file.copy?.name ?? file.name) : file.name;
    const said = { decision: file.decision ?? 'withhold', reason: file.reason };
    if (!fact) return { path: null, name, mediaType: file.mediaType, sizeBytes: null, sha256: null, ...said };
    number += 1;
    return { path: `files/${String(number).padStart(2, '0')}.${endingOf(name)}`, name, ...fact, ...said };
  });
}

/** The answer itself, as `data.json` holds it. Notes and search terms are the desk's own and stay out. */
export function answerOf(source: AnswerSource): Answer {
  const { complainant, work, language } = source;
  const { entries } = work;
  return {
    format: 'nivaran-answer/1',
    ticket: source.ref,
    request: source.kind,
    platform: source.platform.name,
    operator: source.platform.operator,
    language,
    receivedAt: source.receivedAt,
    preparedAt: source.preparedAt,
    person: {
      name: complainant.name ?? null,
      email: complainant.email ?? null,
      phone: complainant.phone ?? null,
      address: complainant.address ?? null,
      onBehalfOf: source.onBehalfOf,
    },
    categories: work.categories.flatMap(({ id, label, held }) => {
      if (held === null) return [];
      const clause = last(entries, 'category', id)?.detail['clause'];
      return [{ id, label, answer: held as 'held', clause: typeof clause === 'string' ? clause : null }];
    }),
    systems: work.systems.flatMap(({ id, label }) => {
      const found = last(entries, 'search', id);
      return found ? [{ id, label: label[language], searchedAt: found.at, recordsFound: Number(found.result) }] : [];
    }),
    recipients: work.recipients.map(({ name, purpose, clause }) => ({
      name,
      purpose,
      clause,
      toldAt: last(entries, 'recipient', name)?.at ?? null,
    })),
    files: answerFiles(source),
  };
}

/** The same without when it was prepared: two that are equal say the same. */
export function stampless(answer: Answer): Answer {
  return { ...answer, preparedAt: '' };
}
