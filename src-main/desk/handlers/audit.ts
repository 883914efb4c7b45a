import { copyDesk, saveCheckpoint } from '../../audit/index.ts';
import { databaseOf } from '../../workspace/index.ts';
import type { VerifyAnswer } from '../contract.ts';
import { type Desk, nowOf } from '../desk.ts';
import { Fault } from '../faults.ts';
import { startReader } from '../reader.ts';
import type { Implementer } from '../router.ts';
import type { Session } from '../session.ts';
import { keepPreference } from '../store/local.ts';
import { pickSavePathAt } from './still-at.ts';
import { dayName } from './workspace.ts';

const longestCheckpointBytes = 64 * 1024;

function keepVerdict(desk: Desk, answer: VerifyAnswer): void {
  keepPreference(desk.db, 'lastVerified', { at: nowOf(desk), ok: answer.ok, entries: answer.entries });
}

/** Verifies in a thread of its own, so that screens and writes go on; cancelling ends the thread. */
async function verifyAside(
  desk: Desk,
  request: { deep: boolean; against: string | undefined },
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
) {
  const reader = startReader(databaseOf(desk));
  signal.addEventListener('abort', () => void reader.close());
  try {
    const answer = await reader.ask('verify', { ...request, dir: desk.dir }, onProgress);
    keepVerdict(desk, answer);
    return answer;
  } finally {
    await reader.close();
  }
}

/** The record on screen, verification, checkpoints and audit copies. */
export function auditHandlers(os: Implementer, session: Session) {
  return {
    journal: os.audit.journal.handler(async ({ input }) => ({
      entries: await session.reader().ask('journal', { before: input.before, limit: input.limit }),
    })),
    verify: os.audit.verify.handler(async ({ input }) => {
      const against = input.against
        ? Buffer.from(await session.host.files.read(input.against, longestCheckpointBytes)).toString('utf8')
        : undefined;
      const desk = session.desk();
      return session.jobs.start(
        'verify',
        input.deep ? 'Rebuilding and comparing every table' : 'Verifying the record',
        async ({ progress, signal }) => {
          const answer = await verifyAside(desk, { deep: input.deep, against }, progress, signal);
          session.changes.announce(['status']);
          return answer;
        },
      );
    }),
    checkpoint: os.audit.checkpoint.handler(async () => {
      const desk = session.desk();
      const place = await pickSavePathAt(session, desk, `Nivaran checkpoint ${dayName(nowOf(desk))}.txt`);
      if (!place) return null;
      const { file, sha256 } = saveCheckpoint(desk, place.path);
      return { path: file, sha256 };
    }),
    copy: os.audit.copy.handler(async ({ input }) => {
      if (input.bodies === 'all' && !input.reason)
        throw new Fault('bad-input', 'reason: bodies hold personal data, so say why they leave', {
          issues: [{ field: 'reason', message: 'is missing' }],
        });
      const desk = session.desk();
      const place = await pickSavePathAt(session, desk, `Nivaran audit copy ${dayName(nowOf(desk))}.db`);
      if (!place) return null;
      const { file, sha256 } = await copyDesk(desk, { out: place.path, bodies: input.bodies, reason: input.reason });
      return { path: file, sha256 };
    }),
  };
}
