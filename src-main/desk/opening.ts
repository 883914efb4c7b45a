import { addDemoCases } from '../demo/index.ts';
import { type Credential, closeDesk, createDesk, type NewWorkspace, type OpenOptions, openDesk } from '../workspace/index.ts';
import { Fault, type FaultCode } from './faults.ts';
import type { Holding } from './holding.ts';

/** Faults of the workspace itself, which stay on screen until the next try; the others leave the unlock screen in use. */
const lastingFaults: FaultCode[] = ['corrupt', 'from-future', 'history-went-back', 'network-drive', 'not-a-workspace'];

interface OpeningParts {
  dir: string;
  held: Holding;
  options: OpenOptions;
  /** Told after each opening, when the desk is held. */
  onOpened(): void;
}

/** Making and unlocking the workspace of a session, and what stood in the way of the last try. */
export interface Opening {
  fault(): { code: FaultCode; message: string } | null;
  /** Answers the recovery code. Faults: those of createDesk. */
  create(input: NewWorkspace, demoCases: number): Promise<string>;
  /** Faults: those of openDesk. */
  unlock(credential: Credential): Promise<void>;
}

export function createOpening({ dir, held, options, onOpened }: OpeningParts): Opening {
  let fault: { code: FaultCode; message: string } | null = null;
  const begin = (desk: Parameters<Holding['begin']>[0]) => {
    held.begin(desk);
    fault = null;
    onOpened();
  };
  return {
    fault: () => fault,
    async create(input, demoCases) {
      const { desk, recoveryCode } = await createDesk(dir, input, options);
      try {
        if (demoCases > 0) await addDemoCases(desk, demoCases);
      } catch (error) {
        await closeDesk(desk);
        throw error;
      }
      begin(desk);
      return recoveryCode;
    },
    async unlock(credential) {
      // A lock under way frees the workspace in a moment; how it went is told to whoever asked for it.
      if (!held.isOpen()) await held.end().catch(() => {});
      try {
        begin(await openDesk(dir, credential, options));
      } catch (error) {
        fault = error instanceof Fault && lastingFaults.includes(error.code) ? { code: error.code, message: error.message } : null;
        throw error;
      }
    },
  };
}
