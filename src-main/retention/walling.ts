import { needSecond, spend } from '../approvals/index.ts';
import { missingCase, readCaseFile } from '../cases/index.ts';
import { type CaseFile, readTicket } from '../cases/rules.ts';
import type { Desk } from '../desk/desk.ts';
import { Fault } from '../desk/faults.ts';
import { clearFilesOf, moveBehindWall } from '../walls/index.ts';
import { carryOutPurge, rekeyFile } from '../workspace/index.ts';

/** The case in clear, if it may go behind a wall. Faults: not-found, purged, restricted, refused where other cases name it. */
function mustBeWallable(desk: Desk, ref: string): CaseFile {
  if (desk !== desk.walls.outer()) throw new Fault('refused', `${ref} is restricted already.`);
  const file = readCaseFile(desk.db, ref);
  if (!file) throw missingCase(desk.db, ref);
  const [link] = file.links;
  if (link) throw new Fault('refused', `${ref} is linked with ${link.ref}, which would go on naming it: take the link out first.`);
  return file;
}

/**
 * Restricts a case that stands in clear: it goes behind a wall of its own with all its past, by the mechanism of a purge, and the
 * database is to be written anew. It takes a second person. Faults: not-found, purged, restricted (it is already), refused (a link, it
 * waits for the second person, nobody may open it), bad-input without a reason, clock-moved, disk-full, read-only.
 */
export function wallCase(desk: Desk, refText: string, reason: string): void {
  const ref = readTicket(refText);
  const file = mustBeWallable(desk, ref);
  const subject = `case:${ref}`;
  const second = needSecond(desk, { act: 'case-walling', subject, object: '' }, reason);
  // Under new keys: those of before stand in older backups.
  const files = clearFilesOf(desk, ref).map((one) => ({ ...one, ...rekeyFile(desk.dir, one) }));
  carryOutPurge(desk, [subject, 'queue', 'approvals', 'people', 'walls', 'alarms'], () => {
    spend(desk, second, subject);
    const { head, entries, files: old } = moveBehindWall(desk, file, files, { reason, open: second });
    return { files: old, kept: { head, entries, attachments: [], walled: ref } };
  });
  desk.walls.close();
}
