import type { OfferedFile, ShellEvent, ShellKind } from '../../../src-main/shell/contract.ts';
import type { CallFault } from '../../../src-renderer/client/errors.ts';

export type Outcome<T = unknown> = { ok: true; value: T } | { ok: false; fault: CallFault };

/** What the page's own code found when it tried what it must not be able to do. */
export interface ProbeReport {
  ran: string[];
  refused: string[];
  /** Requests to other places that were let through. */
  letThrough: string[];
}

/** A file the person drops: one on disk, or one that exists only in the page and holds `patternBytes`. */
export type DroppedFile = { path: string } | { name: string; sizeBytes: number };

/** Bytes that tell every place in a file from the one before. The page makes them itself, by the same rule. */
export function patternBytes(sizeBytes: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: sizeBytes }, (_, index) => (index * 7) % 251);
}

/** One shell with the small test engine behind it, as the conformance suite drives it. */
export interface ShellUnderTest {
  readonly kind: ShellKind;
  readonly appOrigin: string;
  readonly frameOrigin: string;
  /** Names of permissions this shell can be asked for. */
  readonly permissions: readonly string[];
  /** Address of `test-child`, where the engine may start it. */
  readonly childScript: string;
  /** Calls an operation of the test contract by its dotted name, from the page. */
  call<T = unknown>(operation: string, input?: unknown): Promise<Outcome<T>>;
  count(input: { to: number; failAt?: number; refuseAt?: number }): Promise<{ values: number[]; fault: CallFault | null }>;
  echoBytes(bytes: number[]): Promise<number[]>;
  drop(files: DroppedFile[]): Promise<Outcome<OfferedFile[]>>;
  /** What the person will choose in the next file dialog. */
  willChoose(paths: string[]): Promise<void>;
  /** Where the next export can be looked for; a shell with a save dialog will be told to use it. */
  willSave(name: string): Promise<string>;
  reload(): Promise<void>;
  events(): Promise<ShellEvent[]>;
  /** Headers of the page's own document, from a fresh load. */
  documentHeaders(): Promise<Record<string, string>>;
  /** Tries to take the window elsewhere; whether it stayed where it is. */
  staysAfter(address: string, way: 'script' | 'link' | 'form'): Promise<boolean>;
  canOpenWindow(address: string): Promise<boolean>;
  isPermitted(name: string): Promise<boolean>;
  /** Speaks to the shell from everywhere but the window's own top document. */
  speakFromElsewhere(): Promise<void>;
  probe(): Promise<ProbeReport>;
  /** Shows a document in a mail frame; what it holds, and whether its script ran. */
  showFrame(html: string): Promise<{ text: string; hasRunScript: boolean; policy: string }>;
  /** Names of the functions the window sees. */
  bridgeNames(): Promise<string[]>;
  close(): Promise<void>;
}
