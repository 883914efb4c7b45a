import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Fault } from '../desk/faults.ts';
import { type FileOnDisk, type OfferedFile, plainFileName, type WindowAnswer, type WindowRequestName, windowRequests } from './contract.ts';
import type { EngineLink } from './engine-link.ts';
import { createUploads, type Uploads } from './uploads.ts';

/** Answers one request of a window with JSON text; never throws and never leaves a request unanswered. */
export type WindowRequestHandler = (name: string, input: unknown) => Promise<string>;

/** One handler for each window: what it has half sent dies with it. */
export function createWindowRequests(engine: Pick<EngineLink, 'ask'>): WindowRequestHandler {
  const uploads = createUploads();
  return async (name, input) => {
    try {
      return JSON.stringify({ ok: true, value: await answer(engine, uploads, name, input) } satisfies WindowAnswer);
    } catch (error) {
      return JSON.stringify(refusal(error));
    }
  };
}

async function answer(engine: Pick<EngineLink, 'ask'>, uploads: Uploads, name: string, input: unknown): Promise<unknown> {
  if (!Object.hasOwn(windowRequests, name)) throw new Fault('not-found', 'The shell knows no such request.');
  switch (name as WindowRequestName) {
    case 'beginFile': {
      const file = read('beginFile', input);
      return uploads.begin(file.name, file.sizeBytes);
    }
    case 'addBytes': {
      const piece = read('addBytes', input);
      uploads.add(piece.upload, piece.bytes);
      return null;
    }
    case 'endFile':
      return holdBytes(engine, uploads.end(read('endFile', input).upload));
    case 'offerPaths':
      return holdPaths(engine, read('offerPaths', input).paths);
  }
}

function read<K extends WindowRequestName>(name: K, input: unknown) {
  const checked = windowRequests[name].safeParse(input);
  if (checked.success) return checked.data as ReturnType<(typeof windowRequests)[K]['parse']>;
  throw new Fault('bad-input', `The request "${name}" does not have the right shape.`);
}

async function holdBytes(engine: Pick<EngineLink, 'ask'>, file: { name: string; bytes: Uint8Array }): Promise<OfferedFile> {
  const sizeBytes = file.bytes.length;
  const token = await engine.ask('holdBytes', file, [file.bytes.buffer as ArrayBuffer]);
  return { token, name: file.name, sizeBytes };
}

/** One answer for each path, in order; null for what is no readable file (a folder, or gone). An empty path is a file without one. */
async function holdPaths(engine: Pick<EngineLink, 'ask'>, paths: string[]): Promise<(OfferedFile | null)[]> {
  const found = await Promise.all(paths.map(describeFile));
  const files = found.filter((file) => file !== null);
  const tokens = files.length === 0 ? [] : await engine.ask('holdFiles', files);
  let next = 0;
  return found.map((file) => {
    const token = file === null ? undefined : tokens[next++];
    return file === null || token === undefined ? null : { token, name: file.name, sizeBytes: file.sizeBytes };
  });
}

/** What the engine is told about a file on disk; null when it is not a plain file. */
export async function describeFile(path: string): Promise<FileOnDisk | null> {
  if (path === '') return null;
  const found = await stat(path).catch(() => null);
  return found?.isFile() ? { path, name: plainFileName(basename(path)), sizeBytes: found.size } : null;
}

function refusal(error: unknown): WindowAnswer {
  if (error instanceof Fault) return { ok: false, code: error.code, message: error.message };
  return { ok: false, code: 'unexpected', message: 'The shell failed in a way nobody foresaw.' };
}
