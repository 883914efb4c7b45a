import type { EngineOptions, FileOnDisk, LockSignal, Notice, PickFiles, SavePlace } from '../contract.ts';
import type { Port } from './line.ts';

/** What the engine asks of its shell. */
export type EngineQuestions = {
  pickFiles: { input: PickFiles; output: FileOnDisk[] };
  pickSavePath: { input: string; output: SavePlace | null };
  notify: { input: Notice; output: null };
  setBadge: { input: number; output: null };
  openWindow: { input: undefined; output: null };
  /** Asked in Electron only. `script` is the address of a built script beside the engine's own; the port carries `ChildMessage`s. */
  startChild: { input: { script: string }; output: Port };
};

/** What the shell asks of its engine. */
export type ShellQuestions = {
  /** Registers files that the person dropped on the window; answers one token each. */
  holdFiles: { input: FileOnDisk[]; output: string[] };
  /** Hands over the bytes of a file that has no path; answers its token. */
  holdBytes: { input: { name: string; bytes: Uint8Array }; output: string };
  frameDocument: { input: string; output: string | null };
  lockSignal: { input: LockSignal; output: null };
};

/** What the engine's worker is started with. */
export interface EngineWorkerData {
  options: EngineOptions;
  shellPort: Port | null;
}

/** Messages to the engine's worker. */
export type ToEngine = { type: 'connect'; port: Port; from: 'window'; window: string } | { type: 'stop' };

/** Messages from the engine's worker. */
export type FromEngine = { type: 'ready' } | { type: 'failed'; incident: string };
