import type { ShellKind } from '../contract.ts';

/**
 * What the window sees of its shell, as `window.nivaran`: named functions and nothing else, made by
 * Electron's preload or by the Chromium shell's page script. Answers are JSON text (`WindowAnswer`),
 * never live objects, so that nothing but text crosses between the worlds.
 */
export interface ShellBridge<WindowFile = unknown> {
  readonly kind: ShellKind;
  /** Asks for the engine's port. It arrives as a message event of the window itself: data `portGiven`, the port in `ports`. */
  requestPort(): void;
  /** Offers dropped or chosen files; answers `(OfferedFile | null)[]` in order, null for a file that has no path. */
  offerFiles(files: WindowFile[]): Promise<string>;
  /** Announces a file whose bytes will follow; answers the id they are sent under. */
  beginFile(name: string, sizeBytes: number): Promise<string>;
  /** Sends the next piece, at most `chunkBytes`. */
  addBytes(upload: string, bytes: Uint8Array): Promise<string>;
  /** Ends a file; answers its `OfferedFile`. */
  endFile(upload: string): Promise<string>;
  /** Calls back with the JSON text of each `ShellEvent`. */
  onEvent(listener: (event: string) => void): void;
}
