import { implement } from '@orpc/server';
import type { ActName } from '../cases/contract.ts';
import { actOnCase, addCase, undoAct } from '../cases/index.ts';
import { clocksAnswer } from '../law/rules.ts';
import { classesOf } from '../platforms/rules.ts';
import { bringIndexUpBySlices } from '../search/index.ts';
import { currentProfile, currentRulebook, servedPlatforms } from './adopted.ts';
import { contract } from './contract.ts';
import { nowOf } from './desk.ts';
import { readDraft, saveDraft } from './drafts.ts';
import { passGate } from './gate.ts';
import { auditHandlers } from './handlers/audit.ts';
import { filesHandlers } from './handlers/files.ts';
import { governmentHandlers } from './handlers/government.ts';
import { identityHandlers } from './handlers/identity.ts';
import { lawHandlers } from './handlers/law.ts';
import { letterHandlers } from './handlers/letters.ts';
import { packageHandlers } from './handlers/packages.ts';
import { peopleHandlers } from './handlers/people.ts';
import { platformHandlers } from './handlers/platforms.ts';
import { reportHandlers } from './handlers/reports.ts';
import { retentionHandlers } from './handlers/retention.ts';
import { approvalHandlers, staffHandlers } from './handlers/staff.ts';
import { wallHandlers } from './handlers/walls.ts';
import { openDemo, workspaceHandlers } from './handlers/workspace.ts';
import { placeResources } from './resources.ts';
import { runRouted } from './routed.ts';
import { createSession, type Session } from './session.ts';
import { deskStatus } from './status.ts';
import type { EngineHost } from './wire/host.ts';
import type { EngineParts } from './wire/run.ts';

const plain = implement(contract).$context<{ window: string }>();
export type Implementer = typeof plain;

/** The contract to be implemented, with what every operation of a session passes: it finds its desk, and the gate. */
function implementer(session: Session): Implementer {
  const gated = plain.use(({ path, next }, input) => {
    const run = () => {
      passGate(session, path.join('.'), input);
      return next();
    };
    return session.isOpen() ? runRouted(session.desk(), input, run) : run();
  });
  // The gate changes nothing of the context, so that handlers need not know of it.
  return gated as unknown as Implementer;
}

function deskHandlers(os: Implementer, session: Session) {
  return {
    status: os.desk.status.handler(() => deskStatus(session)),
    changes: os.desk.changes.handler(({ signal }) => session.changes.listen(signal)),
    confirmTime: os.desk.confirmTime.handler(({ input }) => {
      session.confirmTime(input.reason);
      return deskStatus(session);
    }),
    active: os.desk.active.handler(() => session.touch()),
  };
}

function caseReads(os: Implementer, session: Session) {
  return {
    queue: os.cases.queue.handler(async ({ input }) => {
      const { text, ...filter } = input.filter;
      // Only the writer can bring the index up to the record; the search itself is the reader's.
      if (text?.trim()) await bringIndexUpBySlices(session.desk().db);
      return session.reader().ask('queue', { query: { ...input, filter }, text, now: nowOf(session.desk()) });
    }),
    counts: os.cases.counts.handler(() => session.reader().ask('counts', { now: nowOf(session.desk()) })),
    open: os.cases.open.handler(({ input }) => session.reader().ask('case', { ref: input.ref, now: nowOf(session.desk()) })),
    timeline: os.cases.timeline.handler(({ input }) => session.reader().ask('timeline', input)),
    similar: os.cases.similar.handler(({ input }) => session.reader().ask('similar', { ref: input.ref })),
    clocks: os.cases.clocks.handler(({ input }) => {
      const { db } = session.desk();
      const classes = classesOf(currentProfile(db, input.platform ?? servedPlatforms(db)[0] ?? ''));
      const facts = input.facts ?? {};
      return clocksAnswer(
        { ...input, facts, classes, moments: { received: input.receivedAt } },
        currentRulebook(db).rulebook,
        nowOf(session.desk()),
      );
    }),
  };
}

function caseWrites(os: Implementer, session: Session) {
  return {
    add: os.cases.add.handler(({ input }) => addCase(session.desk(), input)),
    act: os.cases.act.handler(({ input }) => actOnCase(session.desk(), input.ref, input.act as ActName, input.with)),
    undo: os.cases.undo.handler(({ input }) => undoAct(session.desk(), input.ref, input.seq)),
    draft: os.cases.draft.handler(({ input }) => readDraft(session.desk(), input.id)),
    saveDraft: os.cases.saveDraft.handler(({ input }) => saveDraft(session.desk(), input.id, input.body)),
  };
}

/** The implemented contract, on a session of its own. */
export async function createRouter(host: EngineHost): Promise<EngineParts> {
  placeResources(host.options);
  const session = createSession(host);
  if (host.options.demo) await openDemo(session);
  return { router: routerOf(session), stop: () => session.lock() };
}

/** Every operation of the contract, on a session. */
export function routerOf(session: Session) {
  const os = implementer(session);
  const files = filesHandlers(os, session);
  return os.router({
    desk: deskHandlers(os, session),
    workspace: { ...workspaceHandlers(os, session), ...staffHandlers(os, session) },
    approvals: approvalHandlers(os, session),
    cases: { ...caseReads(os, session), ...caseWrites(os, session), attachment: files.attachment },
    intake: { importFiles: files.importFiles, chooseFiles: files.chooseFiles, suggest: files.suggest },
    letters: letterHandlers(os, session),
    audit: auditHandlers(os, session),
    law: lawHandlers(os, session),
    platforms: platformHandlers(os, session),
    identity: identityHandlers(os, session),
    government: governmentHandlers(os, session),
    people: peopleHandlers(os, session),
    packages: packageHandlers(os, session),
    retention: retentionHandlers(os, session),
    reports: reportHandlers(os, session),
    walls: wallHandlers(os, session),
    jobs: {
      get: os.jobs.get.handler(({ input }) => session.jobs.get(input.id)),
      cancel: os.jobs.cancel.handler(({ input }) => session.jobs.cancel(input.id)),
    },
  });
}
