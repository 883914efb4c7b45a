import type { Child } from '../../shell/contract/child.ts';
import { type Answers, type Line, openLine, type Port } from '../../shell/contract/line.ts';
import type { EngineQuestions, ShellQuestions } from '../../shell/contract/questions.ts';
import type { EngineOptions, FileFilter, LockSignal, Notice, OfferedFile, SavePlace } from '../../shell/contract.ts';
import { Fault } from '../faults.ts';
import { type Clock, type Ids, systemClock, systemIds } from '../ports.ts';
import { childOnPort, startNodeChild } from './children.ts';
import { createHeldFiles, type HeldFiles } from './files.ts';
import { createFrameDocuments, type FrameDocuments } from './frames.ts';
import type { EngineLog } from './log.ts';

/** What the engine may ask of the window's world. Every call rejects with `cancelled` when the shell has gone. */
export interface ShellServices {
  /** Opens a file dialog; answers what the window may know, empty when the person closed it. The files are held in `host.files`. */
  pickFiles(title: string, filters: FileFilter[], many?: boolean): Promise<OfferedFile[]>;
  /** Where to save; null when the person closed the dialog. */
  pickSavePath(suggestedName: string): Promise<SavePlace | null>;
  notify(notice: Notice): Promise<void>;
  setBadge(count: number): Promise<void>;
  /** Shows the window and brings it to the front. */
  openWindow(): Promise<void>;
  /** Runs a built script (beside the engine's own) in a process of its own, in every shell alike. */
  startChild(script: URL): Promise<Child>;
}

/** Everything the engine has from outside itself. */
export interface EngineHost {
  options: EngineOptions;
  clock: Clock;
  ids: Ids;
  log: EngineLog;
  shell: ShellServices;
  files: HeldFiles;
  frames: FrameDocuments;
  /** Calls back when the screen locks, the machine sleeps, the last window closes, or nobody has been there for a while. */
  onLockSignal(listener: (signal: LockSignal) => void): void;
}

/** Builds the host. `shellPort` is null where there is no shell: then every service of the shell refuses. */
export function createHost(options: EngineOptions, shellPort: Port | null, log: EngineLog): EngineHost {
  const files = createHeldFiles(systemIds);
  const frames = createFrameDocuments(systemIds);
  const listeners: ((signal: LockSignal) => void)[] = [];
  const answers: Answers<ShellQuestions> = {
    holdFiles: (found) => found.map((file) => files.holdPath(file).token),
    holdBytes: ({ name, bytes }) => files.holdBytes(name, bytes).token,
    frameDocument: (token) => frames.find(token),
    lockSignal(signal) {
      for (const listener of listeners) listener(signal);
      return null;
    },
  };
  const line = shellPort === null ? noShell : openLine<EngineQuestions, ShellQuestions>(shellPort, answers);
  return {
    options,
    clock: systemClock,
    ids: systemIds,
    log,
    shell: servicesOn(line, files, options.shell === 'electron'),
    files,
    frames,
    onLockSignal: (listener) => void listeners.push(listener),
  };
}

const noShell: Line<EngineQuestions> = {
  ask: async () => {
    throw new Fault('refused', 'There is no window here to ask.');
  },
  close: () => {},
};

function servicesOn(line: Line<EngineQuestions>, files: HeldFiles, isElectron: boolean): ShellServices {
  return {
    async pickFiles(title, filters, many = true) {
      const found = await line.ask('pickFiles', { title, filters, many });
      return found.map((file) => files.holdPath(file));
    },
    pickSavePath: (suggestedName) => line.ask('pickSavePath', suggestedName),
    async notify(notice) {
      await line.ask('notify', notice);
    },
    async setBadge(count) {
      await line.ask('setBadge', count);
    },
    async openWindow() {
      await line.ask('openWindow', undefined);
    },
    startChild: async (script) =>
      isElectron ? childOnPort(await line.ask('startChild', { script: script.href })) : startNodeChild(script),
  };
}
