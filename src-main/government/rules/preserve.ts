import type { ActInput } from '../../cases/contract.ts';
import { checkWhen } from '../../cases/rules/when.ts';
import { badInput, Fault } from '../../desk/faults.ts';
import type { Rulebook } from '../../law/contract.ts';
import { clockByRule, sayIst } from '../../law/rules.ts';
import type { OrderEntry, Preservation } from '../contract.ts';
import { preservationsOf } from './handling.ts';
import type { OrderContext } from './plan.ts';

/** The end of a day in IST, in UTC. */
const endOfDay = (day: string) => new Date(Date.parse(`${day}T23:59:59.999+05:30`)).toISOString();

/** How long the rulebook keeps from an instant, by the family's rule in force then. Fault: refused where none is. */
function periodEnd(rulebook: Rulebook, family: string, start: string): { rule: string; until: string } {
  for (const { id } of rulebook.rules.filter((one) => one.family === family)) {
    const due = clockByRule(id, start, rulebook)?.due;
    if (due) return { rule: id, until: due };
  }
  throw new Fault(
    'refused',
    `The rulebook has no period ${family} in force at ${sayIst(start)}: name the day until which it is preserved.`,
  );
}

interface PreserveContext extends OrderContext {
  entries: readonly OrderEntry[];
  rulebook: Rulebook;
}

function knownOf(context: OrderContext): PreserveContext {
  const { entries, rulebook } = context.government ?? {};
  if (!entries || !rulebook) throw new Error('What is preserved is planned on the entries of the case and the rulebook.');
  return { ...context, entries, rulebook };
}

function mustLieAhead({ now }: OrderContext, until: string): string {
  if (until <= now) throw badInput('until', 'lies in the past');
  return until;
}

/** The hold that keeps it: nothing it reaches is erased or purged while it stands. */
function holdFor({ paper, accounts, until, reason }: Pick<Preservation, 'paper' | 'accounts' | 'until' | 'reason'>) {
  const scope = accounts.length > 0 ? 'connected' : 'case';
  // It is about the accounts named; no person's record stands behind it.
  return {
    kind: 'hold.placed',
    body: { scope, accounts, instrument: paper, basis: 'law', consent: null, until, reason, party: 'party:0' },
  };
}

/** Begins to preserve: a hold, and what it keeps. Faults: bad-input, refused. */
function planPreserve(context: OrderContext, input: ActInput<'preserve'>) {
  const { rulebook, now } = knownOf(context);
  checkWhen(context, 'from', input.from);
  const { paper, accounts = [], items = [], categories = [], period = 'IT-PRES', from = now, reason } = input;
  const named = input.until === undefined ? periodEnd(rulebook, period, from) : { rule: null, until: endOfDay(input.until) };
  const until = mustLieAhead(context, named.until);
  const body = { paper, accounts, items, categories, rule: named.rule, from, until, reason };
  return [holdFor(body), { kind: 'preservation.made', body }];
}

/** What stands under this number, or the one that stands alone. Faults: bad-input. */
function mustStand(context: OrderContext, seq: number): Preservation {
  const found = preservationsOf(knownOf(context).entries).find((one) => one.seq === seq);
  if (!found) throw badInput('preservation', 'is nothing that is preserved in this case');
  if (found.releasedAt !== null) throw badInput('preservation', `was released on ${sayIst(found.releasedAt)}`);
  return found;
}

function planConfirm(context: OrderContext, { preservation, system, by, reference, at }: ActInput<'confirm-preservation'>) {
  mustStand(context, preservation);
  checkWhen(context, 'at', at);
  return [{ kind: 'preservation.confirmed', body: { preservation, system, by, reference, at } }];
}

/** Goes on from the end that stood: the hold is placed anew, until then. */
function planRenew(context: OrderContext, { preservation, paper, until, reason }: ActInput<'renew-preservation'>) {
  const { rulebook, now } = knownOf(context);
  const known = mustStand(context, preservation);
  const family = rulebook.rules.find(({ id }) => id === known.rule)?.family ?? 'IT-PRES';
  const start = [known.until, now].sort().at(-1) ?? now;
  const end = mustLieAhead(context, until === undefined ? periodEnd(rulebook, family, start).until : endOfDay(until));
  if (end <= known.until) throw badInput('until', `does not lie after the end that stands, ${sayIst(known.until)}`);
  return [
    { kind: 'hold.released', body: { hold: known.hold, reason: `Renewed: ${paper}` } },
    holdFor({ paper, accounts: known.accounts, until: end, reason }),
    { kind: 'preservation.renewed', body: { preservation, was: known.until, until: end, paper, reason } },
  ];
}

function planRelease(context: OrderContext, { preservation, paper, reason }: ActInput<'release-preservation'>) {
  const { hold } = mustStand(context, preservation);
  return [
    { kind: 'hold.released', body: { hold, reason } },
    { kind: 'preservation.released', body: { preservation, paper: paper ?? null, reason } },
  ];
}

export const preservationPlanners = {
  preserve: planPreserve,
  'confirm-preservation': planConfirm,
  'renew-preservation': planRenew,
  'release-preservation': planRelease,
};
