import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readTicket } from '../../cases/rules.ts';
import { badInput } from '../../desk/faults.ts';
import { parse } from '../../desk/parse.ts';
import { dossierOrderSchema, dossierSections, redactionLevels } from '../../reports/contract.ts';
import { dossierPaths, makeDossier, refuseExisting, saveDossier } from '../../reports/index.ts';
import { withDesk, workspaceOptions, workspaceUsage } from '../desk.ts';
import { type Args, type Command, GrammarError, oneOf } from '../grammar.ts';

const names = ['dossier'] as const;

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

export const report: Command = {
  about: `write a report: ${names.join(', ')}`,
  usage: `report NAME ${workspaceUsage} --case REF --out DIR [--sections A,B] [--redaction full|masked] [--language en|hi] [--reason TEXT]`,
  options: {
    ...workspaceOptions,
    case: 'string',
    out: 'string',
    sections: 'string',
    redaction: 'string',
    language: 'string',
    reason: 'string',
  },
  words: { least: 1, most: 1, name: 'NAME' },
  run(args) {
    const [name = ''] = args.words;
    if (!(names as readonly string[]).includes(name))
      throw new GrammarError(`"${name}" is not a report; there is ${names.join(', ')}. Usage: ${report.usage}`);
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
