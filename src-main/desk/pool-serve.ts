import type { ChildParent } from '../shell/contract/child.ts';
import { Fault } from './faults.ts';
import type { TaskHandlers, TaskReply, TaskRequest } from './pool-tasks.ts';

/** The worker's side of the pool: answers each request exactly once, as long as the process lives. */
export function serveTasks(parent: ChildParent, handlers: TaskHandlers): void {
  parent.onMessage((message) => {
    void answer(message as TaskRequest, handlers).then((reply) => parent.post(reply));
  });
}

async function answer({ id, task, input, places }: TaskRequest, handlers: TaskHandlers): Promise<TaskReply> {
  try {
    // The pool types its calls; the compiler cannot follow one name through a map of functions.
    const handle = handlers[task] as (input: unknown, place: unknown) => Promise<unknown>;
    return { id, output: await handle(input, places) };
  } catch (error) {
    return { id, ...whatHappened(error) };
  }
}

function whatHappened(
  error: unknown,
): { fault: Pick<Fault, 'code' | 'message' | 'detail'> } | { error: { name: string; message: string; stack: string } } {
  if (error instanceof Fault) return { fault: { code: error.code, message: error.message, detail: error.detail } };
  const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  return { error: { name, message, stack } };
}
