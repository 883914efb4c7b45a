import { readFileSync } from 'node:fs';
import { type ActName, actNames, caseKinds, platforms, type QueueFilter, type QueueRow, type TombstoneView } from '../../cases/contract.ts';
import { actOnCase, addCase, caseView, queueWindow, readTombstone } from '../../cases/index.ts';
import { readTicket } from '../../cases/rules.ts';
import { nowOf } from '../../desk/desk.ts';
import { badInput } from '../../desk/faults.ts';
import { importMail, sourcesOf } from '../../intake/index.ts';
import { sha256Hex } from '../../journal/index.ts';
import type { ClockView } from '../../law/contract.ts';
import { findCases } from '../../search/index.ts';
import { withDesk, workspaceOptions, workspaceUsage } from '../desk.ts';
import { type Answer, type Command, GrammarError, oneOf, wholeNumber } from '../grammar.ts';
import { clocksTable, forPeople, inIndia, table } from '../show.ts';

/** A JSON file named on the command line. Fault: bad-input naming the option. */
export function readJson(option: string, path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw badInput(`--${option}`, `the file ${path} cannot be read`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw badInput(`--${option}`, `the file ${path} is not JSON: ${(error as Error).message}`);
  }
}

/** A file named by its path is hashed where it lies; neither its path nor a byte of it is kept. Fault: bad-input. */
function hashedFile(field: string, said: Record<string, unknown>): Record<string, unknown> {
  const { path, ...rest } = said;
  if (typeof path !== 'string') return said;
  try {
    return { ...rest, sha256: sha256Hex(readFileSync(path)) };
  } catch {
    throw badInput(`${field}.path`, 'cannot be read, so that it cannot be hashed');
  }
}

/** What an act is given, with every file that is named by `path` replaced by its hash. */
function hashedFiles(input: unknown): unknown {
  const said = input as { files?: unknown } | null;
  if (!Array.isArray(said?.files)) return input;
  return { ...said, files: said.files.map((file, n) => hashedFile(`files.${n}`, (file ?? {}) as Record<string, unknown>)) };
}

interface Changed {
  ref: string;
  state: string;
  clocks: ClockView[];
}

const changed = (json: Changed) => ({ json, text: `${json.ref}  ${json.state}\n${clocksTable(json.clocks)}` });

export const add: Command = {
  about: 'file a case from a JSON file',
  usage: `add ${workspaceUsage} --file case.json`,
  options: { ...workspaceOptions, file: 'string' },
  run(args) {
    const input = readJson('file', args.need('file'));
    return withDesk(args, 'cases.add', (desk) => changed(addCase(desk, input)));
  },
};

export const act: Command = {
  about: `act on a case: ${actNames.join(', ')}`,
  usage: `act ${workspaceUsage} --case REF --do ACTION [--with file.json]`,
  options: { ...workspaceOptions, case: 'string', do: 'string', with: 'string' },
  run(args) {
    const name = oneOf('do', args.need('do'), actNames) as ActName;
    const path = args.text('with');
    const input = hashedFiles(path === undefined ? {} : readJson('with', path));
    return withDesk(args, 'cases.act', (desk) => {
      const { undo: _undo, ...json } = actOnCase(desk, args.need('case'), name, input);
      return changed(json);
    });
  },
};

export const importCommand: Command = {
  about: 'make cases of messages: .eml, .mbox, folders of them',
  usage: `import ${workspaceUsage} --platform P PATH… [--historical]`,
  options: { ...workspaceOptions, platform: 'string', historical: 'flag' },
  words: { least: 1, most: 100_000, name: 'PATH' },
  run(args) {
    const platform = oneOf('platform', args.need('platform'), platforms);
    if (!platform) throw new GrammarError('--platform is missing.');
    const sources = function* () {
      for (const path of args.words) yield* sourcesOf(path);
    };
    return withDesk(args, 'intake.importFiles', async (desk) => {
      const { refs: _refs, ...json } = await importMail(desk, sources(), { platform, historical: args.flag('historical') });
      const failures = json.failed.map((one) => `failed: ${one.source}: ${one.reason}`);
      // Only when nothing at all came in has the import failed; what came in is never hidden behind one bad file.
      const ok = json.failed.length === 0 || json.created + json.linked + json.skipped > 0;
      return {
        ok,
        json,
        text: [`read ${json.read}, created ${json.created}, linked ${json.linked}, skipped ${json.skipped}`, ...failures].join('\n'),
      };
    });
  },
};

const views: Record<string, QueueFilter> = {
  all: {},
  overdue: { due: 'overdue' },
  'under-2h': { due: 'under-2h' },
  'under-24h': { due: 'under-24h' },
  'under-3d': { due: 'under-3d' },
  unsorted: { group: 'unsorted' },
  complaints: { group: 'complaints' },
  rights: { group: 'rights' },
  government: { group: 'government' },
  'own-duties': { group: 'own-duties' },
  'confirm-receipt': { confirmReceipt: true },
  closed: { closed: true },
  // Those alone that the person's own key opens; no other view has them.
  restricted: {},
};

function listed(row: QueueRow) {
  return { ...row, receivedAt: inIndia(row.receivedAt), next: row.next ? { ...row.next, due: inIndia(row.next.due) } : null };
}

function rowsText(rows: QueueRow[], total: number): string {
  const cells = rows.map((row) => [
    row.ref,
    row.state,
    row.next ? forPeople(row.next.due) : '–',
    row.next?.rule ?? '',
    row.kind,
    row.platform,
    row.subject.slice(0, 60),
  ]);
  return `${table(['ticket', 'state', 'next due', 'rule', 'kind', 'platform', 'subject'], cells)}\n${rows.length} of ${total}`;
}

export const list: Command = {
  about: `the queue, next clock first; views: ${Object.keys(views).join(', ')}, or a kind, platform`,
  usage: `list ${workspaceUsage} [--view V] [--limit N]`,
  options: { ...workspaceOptions, view: 'string', limit: 'string' },
  run(args) {
    const names = [...Object.keys(views), ...caseKinds, ...platforms] as string[];
    const view = oneOf('view', args.text('view') ?? 'all', names) ?? 'all';
    const filter = views[view] ?? ((platforms as readonly string[]).includes(view) ? { platform: view } : { kind: view });
    const limit = wholeNumber(args, 'limit') ?? 50;
    return withDesk(args, 'cases.queue', (outer) => {
      const desk = view === 'restricted' ? outer.walls.opened() : outer;
      if (!desk) return { json: { rows: [], total: 0 }, text: rowsText([], 0) };
      const { rows, total } = queueWindow(desk.db, { filter: filter as QueueFilter, offset: 0, limit }, nowOf(desk));
      return { json: { rows: rows.map(listed), total }, text: rowsText(rows, total) };
    });
  },
};

export const search: Command = {
  about: 'find words in subjects, texts, complainants, items and notes',
  usage: `search ${workspaceUsage} TEXT`,
  options: { ...workspaceOptions, limit: 'string' },
  words: { least: 1, most: 1, name: 'TEXT' },
  run(args) {
    const limit = wholeNumber(args, 'limit') ?? 50;
    return withDesk(args, 'cases.queue', (desk) => {
      const { rows, total } = findCases(desk, args.words[0] ?? '', limit);
      return { json: { rows: rows.map(listed), total }, text: rowsText(rows, total) };
    });
  },
};

/** A purged case is no error: what remains of it is the answer. */
function purgedAnswer(purged: TombstoneView): Answer {
  const { ref, kind, platform, purgedAt, purgedByName, basis, cite, reason } = purged;
  const ground = cite === null ? basis : `${basis}, ${cite}`;
  const text = `${ref}  ${kind} · ${platform}\nThis case was purged on ${forPeople(purgedAt)} under ${ground} by ${purgedByName}.\n${reason}`;
  return { json: { ref, purged }, text };
}

export const show: Command = {
  about: 'one whole case',
  usage: `show ${workspaceUsage} REF`,
  options: workspaceOptions,
  words: { least: 1, most: 1, name: 'REF' },
  run: (args) =>
    withDesk(args, 'cases.open', (desk) => {
      const purged = readTombstone(desk.db, readTicket(args.words[0] ?? ''));
      if (purged) return purgedAnswer(purged);
      const json = caseView(desk.db, args.words[0] ?? '', nowOf(desk));
      const head = `${json.ref}  ${json.kind} · ${json.platform} · ${json.state}\n${json.subject}\nreceived ${forPeople(json.receivedAt)} by ${json.channel}`;
      const steps = json.timeline.map((entry) => `${String(entry.seq).padStart(7)}  ${forPeople(entry.at)}  ${entry.kind}`);
      return { json, text: [head, '', clocksTable(json.clocks, json.notes), '', ...steps, '', `next: ${json.next.title}`].join('\n') };
    }),
};
