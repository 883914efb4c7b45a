import { Fault } from '../../src-main/desk/faults.ts';

/** The Fault that `work` throws; anything else, or nothing, fails the test. */
export function faultOf(work: () => unknown): Fault {
  try {
    work();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** What the Fault that `work` throws says, its detail included; anything else, or nothing, fails the test. */
export function messageOf(work: () => unknown): string {
  const { message, detail } = faultOf(work);
  return `${message} ${JSON.stringify(detail)}`;
}
