import type { CaseAttachment } from '../../cases/contract.ts';
import { grantingOutcomes } from '../../cases/rules.ts';
import type { WorkEntry } from '../../rights/contract.ts';
import { type PackageFileView, type PackageObstacle, packageKinds, type ReleaseObstacle } from '../contract.ts';

/** The largest package, and so the largest sum of its files. */
export const largestPackageBytes = 200 * 1024 * 1024;

type Attached = Pick<CaseAttachment, 'id' | 'name' | 'mediaType' | 'sizeBytes' | 'purpose' | 'quarantine'>;

const lastWord = (work: readonly WorkEntry[], file: string) => work.findLast(({ sort, name }) => sort === 'redaction' && name === file);

/** The files an answer may give away, each with the last decision about it. */
export function packageFiles(attachments: readonly Attached[], work: readonly WorkEntry[]): PackageFileView[] {
  const files = attachments.filter(({ purpose }) => purpose === 'evidence');
  return files.map(({ id, name, mediaType, sizeBytes, quarantine }) => {
    const word = lastWord(work, id);
    const copy = attachments.find((one) => one.id === word?.detail['copy']);
    return {
      id,
      name,
      mediaType,
      sizeBytes,
      quarantine,
      decision: (word?.result as PackageFileView['decision']) ?? null,
      reason: (word?.detail['reason'] as string | null | undefined) ?? null,
      copy: copy ? { id: copy.id, name: copy.name } : null,
    };
  });
}

function fileObstacle(file: PackageFileView, attachments: readonly Attached[]): PackageObstacle['what'] | null {
  if (file.decision === null) return 'undecided';
  if (file.decision === 'withhold') return null;
  if (file.decision === 'redact' && !file.copy) return 'no-copy';
  const given = file.decision === 'redact' ? attachments.find(({ id }) => id === file.copy?.id) : file;
  if (given?.quarantine === 'waiting') return 'waiting';
  return given?.quarantine === 'withheld' ? 'gone' : null;
}

/** Files that were only named: whatever is to be handed out has to be here. */
function namedOnly(files: readonly PackageFileView[], work: readonly WorkEntry[]): string[] {
  const named = work.filter(({ sort, name }) => sort === 'redaction' && !files.some(({ id }) => id === name)).map(({ name }) => name);
  return [...new Set(named)].filter((name) => lastWord(work, name)?.result !== 'withhold');
}

/** What stands in the way of building the package of a case; empty where nothing does. */
export function packageObstacles(
  file: { kind: string; state: string },
  attachments: readonly Attached[],
  work: readonly WorkEntry[],
): PackageObstacle[] {
  if (!(packageKinds as readonly string[]).includes(file.kind)) return [{ what: 'wrong-kind', file: null }];
  if (file.state === 'closed') return [{ what: 'closed', file: null }];
  const files = packageFiles(attachments, work);
  const byFile = files.flatMap((one): PackageObstacle[] => {
    const what = fileObstacle(one, attachments);
    return what === null ? [] : [{ what, file: one.name }];
  });
  const missing = namedOnly(files, work).map((name): PackageObstacle => ({ what: 'not-attached', file: name }));
  const isEmpty = files.length === 0 && !work.some(({ sort }) => sort === 'category' || sort === 'search' || sort === 'recipient');
  const isTooLarge =
    files.reduce((sum, { decision, sizeBytes }) => sum + (decision === 'withhold' ? 0 : sizeBytes), 0) > largestPackageBytes;
  return [
    ...byFile,
    ...missing,
    ...(isEmpty ? [{ what: 'nothing', file: null } as const] : []),
    ...(isTooLarge ? [{ what: 'too-large', file: null } as const] : []),
  ];
}

const settledIdentity = ['verified', 'not-needed'];

/** What stands in the way of handing a package out: data of a person leaves only by a decision that grants it, to that person. */
export function releaseObstacles(file: { state: string; outcome: string | null; identity: string }, isStale: boolean): ReleaseObstacle[] {
  const isGranted = (grantingOutcomes as readonly (string | null)[]).includes(file.outcome);
  const checks: [boolean, ReleaseObstacle][] = [
    [file.state === 'closed', 'closed'],
    [isStale, 'stale'],
    [file.outcome === null, 'not-decided'],
    [file.outcome !== null && !isGranted, 'not-granted'],
    [!settledIdentity.includes(file.identity), 'identity'],
  ];
  return checks.flatMap(([stands, name]) => (stands ? [name] : []));
}
