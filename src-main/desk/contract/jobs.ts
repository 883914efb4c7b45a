import type { FaultCode } from '../faults.ts';

/** What a running job tells; `total` is null while unknown. */
export interface JobState {
  id: string;
  kind: string;
  state: 'running' | 'done' | 'failed' | 'cancelled';
  done: number;
  total: number | null;
  text: string;
  fault?: { code: FaultCode; message: string };
  answer?: unknown;
}

/** A file made by the desk and saved where the person chose. Null: the person closed the dialog. */
export interface SavedFile {
  path: string;
  sha256: string;
}
