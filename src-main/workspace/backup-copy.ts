import { spawn } from 'node:child_process';
import { asFault } from '../../db/storage-faults.ts';
import { Fault } from '../desk/faults.ts';

export interface CopiedFile {
  sizeBytes: number;
  /** Hex SHA-256 of the copied bytes. */
  sha256: string;
}

/** Copies a file, flushes the copy to disk and hashes it, in another process than the one that has the file open. */
export type CopyFile = (from: string, to: string) => Promise<CopiedFile>;

// On POSIX systems, closing any handle of a file drops all locks its process holds on it. The engine holds locks on the
// database file, so another process has to read it. The program travels as text, because a path to a module of its own
// would differ between the sources and a built desk.
const program = `
const fs = require('node:fs');
const [from, to] = process.argv.slice(1);
const hash = require('node:crypto').createHash('sha256');
try {
  const input = fs.openSync(from, 'r');
  const output = fs.openSync(to, 'wx', 0o600);
  const block = Buffer.allocUnsafe(1 << 20);
  let sizeBytes = 0;
  for (let read; (read = fs.readSync(input, block)) > 0; sizeBytes += read) {
    hash.update(block.subarray(0, read));
    for (let written = 0; written < read; ) written += fs.writeSync(output, block, written, read - written);
  }
  fs.fsyncSync(output);
  process.stdout.write(JSON.stringify({ sizeBytes, sha256: hash.digest('hex') }));
} catch (error) {
  process.stdout.write(JSON.stringify({ code: error.code, message: error.message }));
}`;

/**
 * Copies by a Node child process. An Electron build that forbids running as Node hands backupWorkspace a CopyFile of its
 * own. Faults: disk-full, read-only, unexpected.
 */
export const copyInChild: CopyFile = async (from, to) => {
  const answer = parseAnswer(await run([from, to]));
  if ('sha256' in answer) return answer;
  throw asFault(Object.assign(new Error(answer.message), { code: answer.code }));
};

/** NODE_OPTIONS stays behind: what the engine was started with is not meant for this child. */
function run(args: string[]): Promise<string> {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' };
  const child = spawn(process.execPath, ['-e', program, '--', ...args], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    child.on('error', reject).on('close', () => resolve(text));
  });
}

function parseAnswer(text: string): CopiedFile | { code: string; message: string } {
  try {
    return JSON.parse(text) as CopiedFile | { code: string; message: string };
  } catch (error) {
    throw new Fault('unexpected', 'The process that copies the database ended without an answer.', {}, error);
  }
}
