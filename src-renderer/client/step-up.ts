import { ORPCError } from '@orpc/client';

let ask: (() => Promise<boolean>) | null = null;

/** Says how the passphrase is asked for again; `ask` answers whether it was given. Answers how to stop. */
export function onStepUp(asking: () => Promise<boolean>): () => void {
  ask = asking;
  return () => {
    if (ask === asking) ask = null;
  };
}

/** Calls; where the desk wants the passphrase again, asks for it and calls once more. */
export async function withStepUp<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const isWanted = error instanceof ORPCError && (error.data as { stepUp?: unknown } | null | undefined)?.stepUp === true;
    if (!isWanted || !(await ask?.())) throw error;
    return call();
  }
}
