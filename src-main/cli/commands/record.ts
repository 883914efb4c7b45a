import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { copyDesk, saveCheckpoint, verifyCopy, verifyDesk } from '../../audit/index.ts';
import { badInput, Fault } from '../../desk/faults.ts';
import { writeFileSafely } from '../../desk/files.ts';
import { isCheckpoint, sha256Hex } from '../../journal/index.ts';
import { letterLanguages } from '../../letters/contract.ts';
import { previewLetter, recordExport, sealLetter } from '../../letters/index.ts';
import { withDesk, workspaceOptions, workspaceUsage } from '../desk.ts';
import { type Answer, type Args, type Command, oneOf } from '../grammar.ts';

/** A letter sent or a checkpoint kept is evidence: nothing is written over it. Fault: already-exists, before anything is done. */
function newFile(path: string): string {
  const file = resolve(path);
  if (!existsSync(file)) return file;
  throw new Fault('already-exists', `--out: ${file} is already there and was left as it is. Name another file.`);
}

export const letter: Command = {
  about: 'write a letter as PDF: sealed into the record, or --draft',
  usage: `letter ${workspaceUsage} --case REF --template T [--language L] [--draft] --out FILE`,
  options: { ...workspaceOptions, case: 'string', template: 'string', language: 'string', draft: 'flag', out: 'string' },
  run(args) {
    const request = {
      ref: args.need('case'),
      template: args.need('template'),
      language: oneOf('language', args.text('language'), letterLanguages),
    };
    const out = newFile(args.need('out'));
    return withDesk(args, args.flag('draft') ? 'letters.preview' : 'letters.seal', async (desk) => {
      if (args.flag('draft')) {
        const draft = await previewLetter(desk, request);
        if (draft.missing.length > 0) throw badInput('letter', `still needs ${draft.missing.map((one) => one.label).join(', ')}`);
        writeFileSafely(out, draft.pdf);
        return letterAnswer(out, sha256Hex(draft.pdf), draft.pages, null);
      }
      const sealed = await sealLetter(desk, request);
      recordExport(desk, sealed.ref, sealed.id, sealed.sha256);
      writeFileSafely(out, sealed.pdf);
      return letterAnswer(out, sealed.sha256, sealed.pages, sealed.record);
    });
  },
};

function letterAnswer(file: string, sha256: string, pages: number, record: number | null): Answer {
  return {
    json: { file, sha256, pages, record },
    text: `${file}\n${pages} page(s), ${record === null ? 'draft' : `record ${record}`}, SHA-256 ${sha256}`,
  };
}

export const auditCopy: Command = {
  about: 'write a plain SQLite copy of the record for outside tools',
  usage: `audit-copy ${workspaceUsage} --out FILE [--bodies all|none|REF,…] [--with-walls] [--reason TEXT]`,
  options: { ...workspaceOptions, out: 'string', bodies: 'string', 'with-walls': 'flag', reason: 'string' },
  run(args) {
    const out = resolve(args.need('out'));
    const bodies = args.text('bodies') ?? 'none';
    return withDesk(args, 'audit.copy', async (desk) => {
      const json = await copyDesk(desk, { out, bodies, reason: args.text('reason'), withWalls: args.flag('with-walls') });
      return { json, text: `${json.file}\n${json.entries} entries, head ${json.head}\nSHA-256 ${json.sha256}` };
    });
  },
};

export const checkpoint: Command = {
  about: 'write a signed checkpoint to keep outside',
  usage: `checkpoint ${workspaceUsage} --out FILE`,
  options: { ...workspaceOptions, out: 'string' },
  run(args) {
    const out = newFile(args.need('out'));
    return withDesk(args, 'audit.checkpoint', (desk) => {
      const json = saveCheckpoint(desk, out);
      return { json, text: `${json.file}\n${json.entries} entries, head ${json.head}` };
    });
  },
};

function readCheckpoint(path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw badInput('--against', `the file ${path} cannot be read`);
  }
  if (!isCheckpoint(text)) throw badInput('--against', `the file ${path} is not a checkpoint of a Nivaran record`);
  return text;
}

interface Verified {
  ok: boolean;
  entries: number;
  head: string;
  problems: { kind: string; seq: number | null; detail: string }[];
}

function verdict(json: Verified): Answer {
  const problems = json.problems.map((one) => `${one.kind}${one.seq === null ? '' : ` at record ${one.seq}`}: ${one.detail}`);
  return {
    json,
    ok: json.ok,
    text: [`${json.ok ? 'The record holds' : 'THE RECORD DOES NOT HOLD'}: ${json.entries} entries, head ${json.head}`, ...problems].join(
      '\n',
    ),
  };
}

export const verify: Command = {
  about: 'verify the record of a workspace, or of an audit copy',
  usage: `verify (${workspaceUsage} [--deep] | --copy FILE) [--against CHECKPOINT]`,
  options: { ...workspaceOptions, deep: 'flag', against: 'string', copy: 'string' },
  async run(args: Args) {
    const against = readCheckpoint(args.text('against'));
    const copy = args.text('copy');
    if (copy !== undefined) return verdict(verifyCopy(resolve(copy), { against }));
    return withDesk(args, 'audit.verify', (desk) => verdict(verifyDesk(desk, { deep: args.flag('deep'), against })));
  },
};
