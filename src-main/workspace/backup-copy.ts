import { spawn } from 'node:child_process';
import { asFault } from '../../db/storage-faults.ts';
import { Fault } from '../desk/faults.ts';

/** Copies a file to a new one and flushes it to disk, in another process than the one that has the file open. */
export type CopyFile = (from: string, to: string) => Promise<void>;

// On POSIX systems, closing any handle of a file drops all locks its process holds on it. The engine holds locks on the
// database file, so another process has to read it. The program travels as text, because a path to a module of its own
// would differ between the sources and a built desk.
const program = `
const fs = require('node:fs');
const [from, to] = process.argv.slice(1);
try {
  fs.copyFileSync(from, to, fs.constants.COPYFILE_EXCL);
  fs.chmodSync(to, 0o600);
  const copy = fs.openSync(to, 'r+');
  fs.fsyncSync(copy);
  fs.closeSync(copy);
  process.stdout.write('{}');
} catch (error) {
  process.stdout.write(JSON.stringify({ code: error.code, message: error.message }));
}`;

/**
 * Copies by a Node child process. An Electron build that forbids running as Node hands backupWorkspace a CopyFile of its
 * own. Faults: disk-full, read-only, not-found, unexpected.
 */
export const copyInChild: CopyFile = async (from, to) => {
  const { code, message } = parseAnswer(await run([from, to]));
  if (message !== undefined) throw asFault(Object.assign(new Error(message), { code }));
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

function parseAnswer(text: string): { code?: string; message?: string } {
  try {
    return JSON.parse(text) as { code?: string; message?: string };
  } catch (error) {
    throw new Fault('unexpected', 'The process that copies the database ended without an answer.', {}, error);
  }
}
