import { databaseOf, isScrubWanted, type ScrubOptions, scrubDesk } from '../workspace/index.ts';
import type { JobState } from './contract.ts';
import { startReader } from './reader.ts';
import type { Session } from './session.ts';

/** Writes the database anew, and checks it, on threads of their own; cancelling ends the thread. */
export function scrubAside(session: Session, signal: AbortSignal): ScrubOptions {
  const onThread = async (place: { file: string; key: Buffer }, work: (reader: ReturnType<typeof startReader>) => Promise<unknown>) => {
    const reader = startReader(place);
    const stop = () => void reader.close();
    signal.addEventListener('abort', stop);
    try {
      await work(reader);
    } finally {
      signal.removeEventListener('abort', stop);
      await reader.close();
    }
  };
  return {
    signal,
    writeAside: (to) => onThread(databaseOf(session.desk().walls.outer()), (reader) => reader.ask('writeAnew', { to })),
    checkAside: (copy, mark) => onThread(copy, (reader) => reader.ask('backup', mark)),
    onMoved: () => session.renewReader(),
  };
}

/** Starts to write the database anew where something was purged; null where nothing was, or while another job runs. */
export function startScrub(session: Session): JobState | null {
  // Whichever desk an operation worked on, there is one database.
  const desk = session.desk().walls.outer();
  if (!isScrubWanted(desk.db) || session.jobs.isBusy()) return null;
  return session.jobs.start('scrub', 'Writing the database anew after the purge', async ({ progress, signal }) => {
    progress(0, null);
    const isDone = await scrubDesk(desk, scrubAside(session, signal));
    session.changes.announce(['retention', 'status']);
    return { isDone };
  });
}
