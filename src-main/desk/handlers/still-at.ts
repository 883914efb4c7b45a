import type { Desk } from '../desk.ts';
import { Fault } from '../faults.ts';
import type { Session } from '../session.ts';

/**
 * Asks where to save something, and makes sure that the desk is the same as before: while the dialog was open it may have locked,
 * and somebody with other roles may sit there now. Answers null when nobody chose a place. Fault: locked.
 */
export async function pickSavePathAt(session: Session, desk: Desk, suggested: string): Promise<{ path: string } | null> {
  const place = await session.host.shell.pickSavePath(suggested);
  if (!place) return null;
  if (session.desk() !== desk) throw new Fault('locked', 'The desk was locked while the dialog was open. Nothing was saved: ask again.');
  return place;
}
