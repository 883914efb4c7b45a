import { readFileSync } from 'node:fs';
import type { CaseKind, Decision, Outcome, Platform } from '../../../src-main/cases/contract.ts';
import type { CaseFile } from '../../../src-main/cases/rules.ts';
import { firstIdentity } from '../../../src-main/cases/rules.ts';
import type { Hold, WorkEntry, WorkSort } from '../../../src-main/rights/contract.ts';
import { type PlatformRules, readWorkflows, type WorkStanding } from '../../../src-main/rights/rules.ts';
import { profileOf } from '../platforms/support.ts';

export const workflowText = readFileSync(new URL('../../../resources/workflows/workflows.json', import.meta.url), 'utf8');
export const book = readWorkflows(workflowText);
export const now = '2026-11-22T06:30:00.000Z';
export const receivedAt = '2026-11-21T06:30:00.000Z';

export function rulesOf(platform: Platform): PlatformRules {
  return { book, profile: profileOf(platform), receivedOn: '2026-11-21' };
}

export function fileOf(kind: CaseKind, over: Partial<CaseFile> = {}): CaseFile {
  return {
    ref: 'COC-2026-000001-1',
    seq: 7,
    platform: 'cocial',
    kind,
    state: 'received',
    identity: firstIdentity(kind),
    outcome: null,
    subject: 'A sample',
    complainant: { name: 'A. Example' },
    onBehalfOf: null,
    channel: 'email',
    receivedAt,
    receivedFrom: 'person',
    confirmReceipt: false,
    enteredAt: receivedAt,
    lateReason: null,
    historical: false,
    oldReference: null,
    assignee: null,
    backup: null,
    facts: {},
    moments: { received: receivedAt },
    clocks: { now: [], past: [] },
    rulebook: '',
    decision: null,
    nextDue: null,
    target: null,
    nextAlarm: null,
    links: [],
    ...over,
  };
}

export function standingOf(file: CaseFile, over: Partial<WorkStanding> = {}): WorkStanding {
  return { file, items: [], letters: [], checklist: null, work: [], holds: [], files: [], isUncovered: false, ...over };
}

export function workOf(sort: WorkSort, name: string, result = 'x'): WorkEntry {
  return { seq: 1, sort, name, result, at: now, enteredBy: 'user:a', detail: {} };
}

export function holdOf(over: Partial<Hold> = {}): Hold {
  return {
    id: 'hold:9',
    ref: 'COC-2026-000001-1',
    party: 'party:7',
    scope: 'case',
    basis: 'law',
    accounts: [],
    instrument: 'Order 12/2026 of the sample court',
    until: null,
    reason: 'evidence',
    placedAt: receivedAt,
    placedBy: 'user:a',
    releasedAt: null,
    releasedReason: null,
    ...over,
  };
}

export function decisionOf(outcome: Outcome, over: Partial<Decision> = {}): Pick<CaseFile, 'state' | 'outcome' | 'decision'> {
  const decision = { outcome, ground: 'g', clause: null, reasons: 'r', decidedAt: now, sentAt: null, seq: 8, by: 'user:a', ...over };
  return { state: 'decided', outcome, decision };
}
