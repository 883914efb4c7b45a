import { readFileSync } from 'node:fs';
import { caseKinds, factsSchema, instant, platforms } from '../../cases/contract.ts';
import { bundledProfile, bundledRulebook } from '../../desk/bundled.ts';
import { badInput, Fault } from '../../desk/faults.ts';
import { parse } from '../../desk/parse.ts';
import { isoInstant, systemClock } from '../../desk/ports.ts';
import { clocksAnswer, plainClasses, readRulebook, ruleAnswer } from '../../law/rules.ts';
import { classesOf, lintProfile, readProfile } from '../../platforms/rules.ts';
import { type Args, type Command, GrammarError, oneOf } from '../grammar.ts';
import { clocksTable } from '../show.ts';

/** `k=v` of --fact: true and false become booleans, everything else stays text. Error: GrammarError. */
function readFacts(list: string[]): unknown {
  return Object.fromEntries(
    list.map((pair) => {
      const cut = pair.indexOf('=');
      if (cut < 1) throw new GrammarError(`--fact needs name=value, not "${pair}".`);
      const value = pair.slice(cut + 1);
      return [pair.slice(0, cut), value === 'true' ? true : value === 'false' ? false : value];
    }),
  );
}

/** The classes of the named platform, or of a plain intermediary that holds personal data. */
function classesFor(args: Args) {
  const platform = oneOf('platform', args.text('platform'), platforms);
  if (platform) return classesOf(bundledProfile(platform));
  return plainClasses;
}

export const clocks: Command = {
  about: 'which clocks run, without any case: by kind and facts, or one by its rule',
  usage: 'clocks (--kind K [--platform P] --received TS [--fact k=v]… | --rule ID --start TS)',
  options: { kind: 'string', platform: 'string', received: 'string', fact: 'list', rule: 'string', start: 'string' },
  run(args) {
    const { rulebook } = bundledRulebook();
    const now = isoInstant(systemClock.now());
    if (args.text('rule') !== undefined) {
      const start = parse(instant, args.need('start'), 'start');
      const json = ruleAnswer(args.need('rule'), start, rulebook, now);
      return { json, text: clocksTable(json.clocks, json.notes) };
    }
    const kind = oneOf('kind', args.need('kind'), caseKinds) ?? 'unsorted';
    const receivedAt = parse(instant, args.need('received'), 'received');
    const facts = parse(factsSchema, readFacts(args.list('fact')), 'fact');
    const json = clocksAnswer({ kind, receivedAt, facts, classes: classesFor(args), moments: { received: receivedAt } }, rulebook, now);
    return { json, text: clocksTable(json.clocks, json.notes) };
  },
};

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw badInput('FILE', `${path} cannot be read`);
  }
}

/** Problems as rows, or the Fault's own issues; `ok: false` makes the exit code 1. */
function checked(check: () => unknown[]) {
  try {
    const problems = check();
    return {
      json: { ok: problems.length === 0, problems },
      text: problems.length === 0 ? 'No problem found.' : problems.map((one) => JSON.stringify(one)).join('\n'),
      ok: problems.length === 0,
    };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const problems = (error.detail['problems'] as FoundProblem[] | undefined) ?? [{ field: '', message: error.message }];
    return { json: { ok: false, problems }, text: problems.map(sayProblem).join('\n'), ok: false };
  }
}

interface FoundProblem {
  line?: number | null;
  field: string;
  message: string;
}

function sayProblem({ line, field, message }: FoundProblem): string {
  const place = [line ? `line ${line}` : '', field === '' ? 'the file as a whole' : field];
  return `${place.filter(Boolean).join(', ')}: ${message}`;
}

export const checkRulebook: Command = {
  about: 'check a rulebook file',
  usage: 'check-rulebook FILE',
  options: {},
  words: { least: 1, most: 1, name: 'FILE' },
  run(args) {
    const text = readText(args.words[0] ?? '');
    return checked(() => {
      readRulebook(text);
      return [];
    });
  },
};

export const checkProfile: Command = {
  about: 'check a platform profile and list its gaps against the law',
  usage: 'check-profile FILE',
  options: {},
  words: { least: 1, most: 1, name: 'FILE' },
  run(args) {
    const text = readText(args.words[0] ?? '');
    return checked(() => lintProfile(readProfile(text), bundledRulebook().rulebook));
  },
};
