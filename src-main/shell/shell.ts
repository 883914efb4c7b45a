import type { Child } from './contract/child.ts';
import type { FileOnDisk, LockSignal, Notice, PickFiles, SavePlace, ShellEvent, ShellKind } from './contract.ts';

/**
 * The port between the engine and the world of windows. Electron and Chromium implement it; the
 * conformance suite (tests/shell) holds them to the same behaviour.
 */
export interface Shell {
  readonly kind: ShellKind;
  /** Whether the desk stays reachable with its window closed. */
  readonly hasTray: boolean;
  /** Shows the window, opening it when there is none, and brings it to the front. */
  openWindow(): Promise<void>;
  /** Asks the person for files; empty when the dialog is closed. Rejects while no window is open. */
  pickFiles(request: PickFiles): Promise<FileOnDisk[]>;
  /** Asks where to save, or decides it where no dialog can be had; null when the dialog is closed. */
  pickSavePath(suggestedName: string): Promise<SavePlace | null>;
  /** Tells the person something, by the system's notices or inside the window. */
  notify(notice: Notice): Promise<void>;
  /** Number on the icon or the title; 0 takes it away. */
  setBadge(count: number): Promise<void>;
  /** Calls back when the screen locks, the machine sleeps, or nobody has touched it for a while. */
  onLockSignal(listener: (signal: LockSignal) => void): void;
  /** Tells every open window. */
  tellWindows(event: ShellEvent): void;
  /** Runs one of the built scripts in a process of its own; null where the engine can do so itself, as Node. */
  readonly startChild: ((script: URL) => Child) | null;
  /** Closes windows and lets go of everything; safe to call twice. */
  close(): Promise<void>;
}
