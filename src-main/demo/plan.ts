import { readFileSync } from 'node:fs';
import type { CaseKind, Channel, Facts, NewCase, Platform } from '../cases/contract.ts';
import { resourcePath } from '../desk/resources.ts';

interface KindPlan {
  kind: CaseKind;
  weight: number;
  /** Clocks of hours: such a case is either minutes old or long since dealt with. */
  fast?: boolean;
  facts: Facts;
  items: number;
  en: string[];
  hi: string[];
  text: string;
  textHi: string;
}

export interface DemoData {
  label: string;
  labelHi: string;
  people: [string, 'en' | 'hi'][];
  kinds: KindPlan[];
}

/** How far a synthetic case has come; each stage includes those before it. */
export type Stage = 'received' | 'acknowledged' | 'under-review' | 'decided' | 'closed';

export interface DemoCase {
  input: NewCase;
  stage: Stage;
  /** Minutes from receipt to its acknowledgement, and to what was done with its items. */
  acknowledgedAfter: number;
  actedAfter: number;
  /** Whether the items were dealt with before the decision, as removal clocks of hours ask for. */
  isActedOn: boolean;
}

export function readDemoData(): DemoData {
  return JSON.parse(readFileSync(resourcePath('demo', 'cases.json'), 'utf8')) as DemoData;
}

/** Mulberry32: the same seed gives the same workspace. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const pick = <T>(list: readonly T[], random: number): T => list[Math.floor(random * list.length)] as T;

function pickKind(data: DemoData, random: number): KindPlan {
  let left = random * data.kinds.reduce((sum, one) => sum + one.weight, 0);
  for (const plan of data.kinds) {
    left -= plan.weight;
    if (left < 0) return plan;
  }
  return data.kinds[0] as KindPlan;
}

const hour = 60;
const day = 24 * hour;

/** Minutes since receipt, and the stage that goes with it, so that most clocks are live and a few are late. */
function ageAndStage(plan: KindPlan, random: () => number): { age: number; stage: Stage } {
  const fate = random();
  if (plan.fast) return fate < 0.3 ? { age: 3 + random() * 100, stage: 'received' } : { age: day + random() * 20 * day, stage: 'closed' };
  if (fate < 0.15) return { age: 8 * day + random() * 30 * day, stage: 'closed' };
  if (fate < 0.35) return { age: 5 + random() * 22 * hour, stage: 'received' };
  // An order to give information has three days; a few of the others are late, so that the desk shows what late looks like.
  const late = fate < 0.375 && plan.kind !== 'information-order';
  const longest = plan.kind === 'information-order' ? 2 : 5.5;
  const age = late ? (8 + random() * 2) * day : 20 * hour + random() * longest * day;
  return { age, stage: fate < 0.6 ? 'acknowledged' : fate < 0.9 ? 'under-review' : 'decided' };
}

const channels: Channel[] = ['email', 'form', 'in-app', 'post', 'portal', 'phone'];

function complainantFor(data: DemoData, n: number, random: number): NewCase['complainant'] {
  const [name, language] = pick(data.people, random);
  return { name, email: `person${n}@mail.example`, phone: '+91 00000 00000', language };
}

/** The `n`th synthetic case of a workspace, received before `nowMs`. */
export function planCase(data: DemoData, n: number, nowMs: number, served: readonly Platform[], random: () => number): DemoCase {
  const plan = pickKind(data, random());
  const { age, stage } = ageAndStage(plan, random);
  const complainant = complainantFor(data, n, random());
  const isHindi = complainant?.language === 'hi';
  const items = Array.from({ length: plan.items }, (_, i) => ({ type: 'url' as const, value: `https://posts.example/${n}/${i + 1}` }));
  const acknowledgedAfter = plan.fast ? Math.min(age - 1, 5 + random() * 40) : Math.min(age - 1, 20 + random() * 20 * hour);
  return {
    stage,
    acknowledgedAfter,
    actedAfter: Math.min(age - 1, plan.fast ? acknowledgedAfter + 30 : acknowledgedAfter + random() * 14 * hour),
    isActedOn: age > 30 * hour && random() < 0.99,
    input: {
      platform: pick(served, random()),
      kind: plan.kind,
      receivedAt: new Date(Math.floor((nowMs - age * 60_000) / 1000) * 1000).toISOString(),
      lateReason: data.label,
      channel: plan.kind === 'removal-order' ? 'sahyog' : pick(channels, random()),
      complainant,
      subject: pick(isHindi ? plan.hi : plan.en, random()),
      text: isHindi ? `${plan.textHi}\n\n${data.labelHi}` : `${plan.text}\n\n${data.label}`,
      facts: plan.facts,
      items,
    },
  };
}
