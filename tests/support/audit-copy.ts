import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Db, openPlain } from '../../db/open.ts';
import { type CopyRequest, writeAuditCopy } from '../../src-main/audit/copy.ts';
import type { VerifyResult } from '../../src-main/journal/index.ts';
import type { Drill } from './journal-db.ts';

const root = join(import.meta.dirname, '..', '..');
export const viewsDir = join(root, 'db', 'views');
const script = join(root, 'docs', 'nivaran-verify.py');

let made = 0;

/** A fresh audit copy of a drill's record, all bodies in it unless told otherwise. */
export function copyOf(drill: Drill, request: Partial<CopyRequest> = {}): string {
  made += 1;
  const out = join(drill.dir, `copy-${made}.db`);
  writeAuditCopy(drill.db, { out, bodies: 'all', reason: 'synthetic drill', viewsDir, now: '2026-11-30T00:00:00.000Z', ...request });
  return out;
}

/** The same file under another name, changed by `tamper`. */
export function changedCopy(file: string, tamper: (copy: Db) => void): string {
  made += 1;
  const out = `${file}-${made}.db`;
  copyFileSync(file, out);
  const copy = openPlain(out);
  // A file that a forger changed need not be safe against power cuts.
  copy.pragma('synchronous = OFF');
  tamper(copy);
  copy.close();
  return out;
}

const driver = `
import importlib.util, json, sys
spec = importlib.util.spec_from_file_location("nivaran_verify", sys.argv[1])
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
for path, against in json.load(sys.stdin):
    print(json.dumps(module.verify(path, against)))
`;

/** What the Python verifier says of many copies, in one process. */
export function pythonSays(jobs: { file: string; against?: string | undefined }[]): VerifyResult[] {
  const input = JSON.stringify(jobs.map(({ file, against }) => [file, against ?? null]));
  const output = execFileSync('python3', ['-I', '-B', '-c', driver, script], { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  return output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as VerifyResult);
}

/** The script as a person runs it. */
export function runScript(args: string[]): { status: number; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync('python3', ['-I', '-B', script, ...args], { encoding: 'utf8' });
  return { status: status ?? -1, stdout, stderr };
}
