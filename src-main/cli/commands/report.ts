import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readTicket } from '../../cases/rules.ts';
import { badInput } from '../../desk/faults.ts';
import { writeFileSafely } from '../../desk/files.ts';
import { parse } from '../../desk/parse.ts';
import { statisticsDimensions } from '../../government/contract/words.ts';
import { type StatisticsAsk, statisticsAskSchema } from '../../government/contract.ts';
import { recordStatistics, statisticsName, statisticsOf, statisticsTable } from '../../government/index.ts';
import { sha256Hex } from '../../journal/index.ts';
import { dossierOrderSchema, dossierSections, redactionLevels } from '../../reports/contract.ts';
import { dossierPaths, makeDossier, refuseExisting, saveDossier } from '../../reports/index.ts';
import { withDesk, workspaceOptions, workspaceUsage } from '../desk.ts';
import { type Answer, type Args, type Command, GrammarError, oneOf, wholeNumber } from '../grammar.ts';

const names = ['dossier', 'government'] as const;

function sectionsAsked(text: string | undefined): string[] | undefined {
  if (text === undefined) return undefined;
  const asked = text.split(',').map((name) => name.trim());
  const known: readonly string[] = dossierSections;
  const unknown = asked.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new GrammarError(`--sections names "${unknown}"; there are ${known.join(', ')}.`);
  return asked;
}

function folder(path: string): string {
  const out = resolve(path);
  try {
    mkdirSync(out, { recursive: true });
  } catch {
    throw badInput('--out', `the folder ${out} cannot be made`);
  }
  return out;
}

function orderOf(args: Args) {
  const raw = {
    ref: readTicket(args.need('case')),
    sections: sectionsAsked(args.text('sections')),
    redaction: oneOf('redaction', args.text('redaction'), redactionLevels),
    language: oneOf('language', args.text('language'), ['en', 'hi']),
    reason: args.text('reason'),
  };
  return parse(dossierOrderSchema, raw, 'report');
}

const fileOf = ({ by, month, isPublic }: StatisticsAsk) =>
  `${statisticsName({ by, month: month ?? null, isPublic: isPublic ?? false })}.csv`;

/** Requests of authorities as tables: by one thing, or a table each. */
async function writeStatistics(args: Args): Promise<Answer> {
  const isPublic = args.flag('public');
  const by = oneOf('by', args.text('by'), statisticsDimensions);
  const asked = by ? [by] : statisticsDimensions.filter((one) => !isPublic || one !== 'agency');
  const rest = { month: args.text('month'), isPublic: isPublic || undefined, smallest: wholeNumber(args, 'smallest') };
  const asks = asked.map((one) => parse(statisticsAskSchema, { by: one, ...rest }, 'report'));
  const out = folder(args.need('out'));
  for (const ask of asks) refuseExisting(join(out, fileOf(ask)));
  return withDesk(args, 'government.saveStatistics', (desk) => {
    const files = asks.map((ask) => {
      const counted = statisticsOf(desk.db, ask);
      const bytes = statisticsTable(counted);
      const path = join(out, fileOf(ask));
      recordStatistics(desk, counted, bytes);
      writeFileSafely(path, bytes);
      return { path, sha256: sha256Hex(bytes) };
    });
    return { json: { files }, text: files.map(({ path, sha256 }) => `${path}\nSHA-256 ${sha256}`).join('\n') };
  });
}

export const report: Command = {
  about: `write a report: ${names.join(', ')}`,
  usage: `report dossier ${workspaceUsage} --case REF --out DIR [--sections A,B] [--redaction full|masked] [--language en|hi] [--reason TEXT] · report government ${workspaceUsage} --out DIR [--month YYYY-MM] [--by D] [--public] [--smallest N]`,
  options: {
    ...workspaceOptions,
    case: 'string',
    out: 'string',
    sections: 'string',
    redaction: 'string',
    language: 'string',
    reason: 'string',
    month: 'string',
    by: 'string',
    public: 'flag',
    smallest: 'string',
  },
  words: { least: 1, most: 1, name: 'NAME' },
  run(args) {
    const [name = ''] = args.words;
    if (!(names as readonly string[]).includes(name))
      throw new GrammarError(`"${name}" is not a report; there is ${names.join(', ')}. Usage: ${report.usage}`);
    if (name === 'government') return writeStatistics(args);
    const order = orderOf(args);
    const base = join(folder(args.need('out')), `${order.ref}-dossier`);
    const paths = dossierPaths(base);
    refuseExisting(paths.pdf, paths.zip);
    return withDesk(args, 'reports.dossier', async (desk) => {
      const json = saveDossier(desk, await makeDossier(desk, order), base);
      return { json, text: json.files.map(({ path, sha256 }) => `${path}\nSHA-256 ${sha256}`).join('\n') };
    });
  },
};
