import { z } from 'zod';
import { chunkBytes, maxFileBytes, maxOfferedFiles } from './contract/limits.ts';

export type ShellKind = 'electron' | 'chromium';

/** A file the person chose or dropped. The token is all that the window ever holds; the engine alone can turn it into bytes. */
export interface OfferedFile {
  token: string;
  name: string;
  sizeBytes: number;
}

/** One choice in a file dialog: a label, and extensions without a dot. */
export interface FileFilter {
  name: string;
  extensions: string[];
}

export interface PickFiles {
  title: string;
  filters: FileFilter[];
  /** Whether more than one file may be chosen. */
  many: boolean;
}

/** A file on disk, told by the shell to the engine only. */
export interface FileOnDisk {
  path: string;
  name: string;
  sizeBytes: number;
}

/** Where an export goes: the full path for the engine to write, which it may show to the person. */
export interface SavePlace {
  path: string;
}

export interface Notice {
  title: string;
  body: string;
  /** A later notice with the same tag takes the place of this one. */
  tag: string;
  /** What a notice about one clock says, for the window to say in its own language. `due` is UTC. */
  alarm?: NoticedAlarm;
}

export interface NoticedAlarm {
  ref: string;
  rule: string;
  step: string;
  due: string;
  /** Who is on call, in the order to call them; empty while the desk is locked. */
  call: string[];
}

/** Why the desk should think of locking itself. `idle` comes again and again while nobody is there. */
export type LockSignal = { reason: 'screen-locked' | 'suspended' | 'closing' } | { reason: 'idle'; idleForSeconds: number };

/** What the shell tells a window by itself. */
export type ShellEvent = ({ type: 'notice' } & Notice) | { type: 'badge'; count: number } | { type: 'engine-stopped' };

/** What the shell tells the engine about its own abilities and the machine's folders. */
export interface EngineOptions {
  shell: ShellKind | 'none';
  hasTray: boolean;
  headless: boolean;
  /** Where workspaces and logs live. */
  dataDir: string;
  resourcesDir: string;
  migrationsDir: string;
  version: string;
  /** Open or make the sample workspace. */
  demo: boolean;
}

const uploadId = z.string().regex(/^[a-z0-9]{16}$/);

/** Requests that arrive from the window: the one place where the shell reads what a renderer wrote. */
export const windowRequests = {
  beginFile: z.strictObject({ name: z.string().max(1_000), sizeBytes: z.int().min(0).max(maxFileBytes) }),
  addBytes: z.strictObject({ upload: uploadId, bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length <= chunkBytes) }),
  endFile: z.strictObject({ upload: uploadId }),
  /** Only the shell's own half inside the window can fill this: Electron's preload, or the browser's debugging pipe. */
  offerPaths: z.strictObject({ paths: z.array(z.string().max(32_767)).max(maxOfferedFiles) }),
};

export type WindowRequests = typeof windowRequests;
export type WindowRequestName = keyof WindowRequests;

/** How the shell answers a window: JSON text of one of these. */
export type WindowAnswer<T = unknown> = { ok: true; value: T } | { ok: false; code: string; message: string };

/** A file's name without folders, control characters or direction marks, at most 200 characters. */
export function plainFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = last.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, ' ').trim();
  const short = [...clean].slice(0, 200).join('');
  return /^\.*$/.test(short) ? 'file' : short;
}
