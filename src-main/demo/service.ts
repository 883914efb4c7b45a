import { type CaseKind, type Platform, rightsKinds } from '../cases/contract.ts';
import { readItems, receiveCase } from '../cases/index.ts';
import { servedPlatforms } from '../desk/adopted.ts';
import { type Desk, nowOf, post, write } from '../desk/desk.ts';
import { Fault } from '../desk/faults.ts';
import { workflowBook } from '../desk/workflows.ts';
import { workflowOf } from '../rights/rules.ts';
import { readOrganisation } from '../workspace/index.ts';
import { type DemoCase, planCase, readDemoData, type Stage, seeded } from './plan.ts';

export interface DemoOptions {
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

/** Cases a transaction: large enough that the flush does not count, small enough to stop between two. */
const casesPerSlice = 500;
const stages: Stage[] = ['received', 'acknowledged', 'under-review', 'decided', 'closed'];

function atLeast(made: DemoCase, stage: Stage): boolean {
  return stages.indexOf(made.stage) >= stages.indexOf(stage);
}

const isRight = (kind: CaseKind) => (rightsKinds as readonly string[]).includes(kind);

/** A check of who asks as the act would have written it, of nobody's document. */
const identityCheck = {
  method: 'document',
  document: 'passport',
  documentNamed: null,
  whose: 'complainant',
  masked: 'XXXX0000',
  isRight: true,
  reasonOfCheck: 'Synthetic sample.',
  result: 'verified',
  reason: 'Synthetic sample.',
  lacking: [],
  policy: 'sample',
  evidence: null,
  authority: null,
};

/** Writes one synthetic case with all it went through, as the desk's own acts would have. */
function writeCase(desk: Desk, made: DemoCase): void {
  const { input } = made;
  const ref = receiveCase(desk, input);
  const subject = `case:${ref}`;
  const at = (minutes: number) => new Date(Date.parse(input.receivedAt) + Math.max(0, Math.floor(minutes)) * 60_000).toISOString();
  const sent = { letter: null, mode: 'email', proof: 'synthetic sample', noAddress: null };
  if (atLeast(made, 'acknowledged')) {
    post(desk, { kind: 'letter.dispatched', subject, body: { template: 'acknowledgement', sentAt: at(made.acknowledgedAfter), ...sent } });
  }
  if (atLeast(made, 'under-review')) {
    if (isRight(input.kind)) post(desk, { kind: 'identity.attempted', subject, body: identityCheck });
    post(desk, { kind: 'case.review-started', subject, body: {} });
  }
  const acted = readItems(desk.db, ref).map((item) => ({ value: item.value, action: 'removed', at: at(made.actedAfter) }));
  if (!atLeast(made, 'decided')) {
    if (made.isActedOn && acted.length > 0) post(desk, { kind: 'case.items-acted', subject, body: { items: acted } });
    return;
  }
  const [outcome] = workflowOf(workflowBook(), input.kind).outcomes;
  const decision = {
    outcome,
    ground: 'policy',
    clause: null,
    reasons: 'Synthetic sample decision.',
    items: acted,
    decidedAt: at(made.actedAfter),
  };
  post(desk, { kind: 'case.decided', subject, body: decision });
  if (made.stage !== 'closed') return;
  post(desk, { kind: 'letter.dispatched', subject, body: { template: 'decision', sentAt: at(made.actedAfter + 15), ...sent } });
  post(desk, { kind: 'case.closed', subject, body: { outcome } });
}

/**
 * Fills a synthetic workspace with `count` labelled cases of the platforms it serves; the same count gives the same cases.
 * Faults: refused on a workspace that is not marked synthetic, cancelled between two slices (what was made stays).
 */
export async function addDemoCases(desk: Desk, count: number, options: DemoOptions = {}): Promise<void> {
  if (!readOrganisation(desk.db).synthetic) throw new Fault('refused', 'Synthetic cases go only into a workspace made for them.');
  const data = readDemoData();
  const random = seeded(20_260_220);
  const served = servedPlatforms(desk.db) as Platform[];
  const now = Date.parse(nowOf(desk));
  for (let done = 0; done < count; ) {
    if (options.signal?.aborted) throw new Fault('cancelled', `Stopped after ${done} synthetic cases.`);
    const upto = Math.min(count, done + casesPerSlice);
    write(desk, ['queue'], () => {
      for (let n = done; n < upto; n += 1) writeCase(desk, planCase(data, n + 1, now, served, random));
    });
    done = upto;
    options.onProgress?.(done, count);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
