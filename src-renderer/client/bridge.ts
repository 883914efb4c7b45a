import type { ShellBridge } from '../../src-main/shell/contract/bridge.ts';
import type { WindowAnswer } from '../../src-main/shell/contract.ts';

declare global {
  interface Window {
    /** Made by the shell before the page's own scripts run. */
    readonly nivaran: ShellBridge<File>;
  }
}

/** What the shell refused, with the desk's own fault code. */
export class ShellError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'ShellError';
    this.code = code;
  }
}

/** Reads an answer of the shell; throws a ShellError when it refused. */
export function readAnswer<T>(json: string): T {
  const answer = JSON.parse(json) as WindowAnswer<T>;
  if (answer.ok) return answer.value;
  throw new ShellError(answer.code, answer.message);
}
