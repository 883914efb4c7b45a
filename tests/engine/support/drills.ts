import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach } from 'vitest';
import { Fault, type FaultCode } from '../../../src-main/desk/faults.ts';
import type { Clock } from '../../../src-main/desk/ports.ts';

/** A new empty folder for each test, gone after it. */
export function temporaryFolder(): { readonly path: string } {
  const folder = { path: '' };
  beforeEach(() => {
    folder.path = realpathSync(mkdtempSync(join(tmpdir(), 'nivaran-test-')));
  });
  afterEach(() => {
    rmSync(folder.path, { recursive: true, force: true });
  });
  return folder;
}

/** The fault that `act` throws; anything else, and no fault at all, fails the test. */
export function faultOf(act: () => unknown): Fault {
  try {
    act();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('No fault was thrown.');
}

export async function faultOfAsync(act: Promise<unknown>): Promise<Fault> {
  const result = await act.then(
    () => new Error('No fault was thrown.'),
    (error: unknown) => error,
  );
  if (result instanceof Fault) return result;
  throw result;
}

export function codeOf(act: () => unknown): FaultCode {
  return faultOf(act).code;
}

/** A clock that stands still until it is moved. */
export function fakeClock(start = Date.parse('2026-03-05T06:00:00.000Z')): Clock & { ms: number } {
  return {
    ms: start,
    now() {
      return this.ms;
    },
    monotonic: () => performance.now(),
  };
}

/** A deterministic source of numbers below `limit`, so that a failing flip can be found again. */
export function seededNumbers(seed: string): (limit: number) => number {
  let counter = 0;
  return (limit) => {
    counter += 1;
    return createHash('sha256').update(`${seed} ${counter}`).digest().readUIntBE(0, 6) % limit;
  };
}

/** The bytes with one bit the other way round. */
export function flipBit(bytes: Buffer, bit: number): Buffer {
  const flipped = Buffer.from(bytes);
  flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return flipped;
}

/** Every file below a folder with its content. */
export function filesBelow(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true }) as string[];
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(join(folder, name))]));
}

export interface ChildEnd {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface RunningChild {
  pid: number;
  /** Resolves once the child has printed `text`. */
  said(text: string): Promise<void>;
  kill(): void;
  closeInput(): void;
  ended: Promise<ChildEnd>;
}

/** Starts one of the programs test-….ts beside this file in a process of its own; `wrap` puts another program in front. */
export function startChild(name: string, args: string[], wrap: string[] = []): RunningChild {
  const program = fileURLToPath(new URL(`./test-${name}.ts`, import.meta.url));
  const [command = '', ...rest] = [...wrap, process.execPath, '--disable-warning=ExperimentalWarning', program, ...args];
  const child = spawn(command, rest, { env: { ...process.env, NODE_OPTIONS: '' } });
  const output = { stdout: '', stderr: '' };
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    output.stderr += part;
  });
  const ended = new Promise<ChildEnd>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, ...output }));
  });
  const said = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => output.stdout.includes(text) && resolve();
      child.stdout.on('data', look);
      look();
      ended.then((end) => reject(new Error(`The child ended without saying “${text}”: ${end.stderr}`)));
    });
  child.stdout.setEncoding('utf8').prependListener('data', (part: string) => {
    output.stdout += part;
  });
  return { pid: child.pid ?? 0, said, kill: () => child.kill('SIGKILL'), closeInput: () => child.stdin.end(), ended };
}

/** A memory disk of `size` for the time of `use`; false when this user may not mount one. */
export async function withSmallDisk(folder: string, size: string, use: () => void | Promise<void>): Promise<boolean> {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return false;
  }
  try {
    await use();
  } finally {
    execFileSync('umount', ['--lazy', folder]);
  }
  return true;
}
