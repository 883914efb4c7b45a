import { actNames } from '../cases/contract.ts';
import { wantsProof } from '../cases/index.ts';
import { stepUpMs, stepUpOperations } from '../workspace/rules.ts';
import { authorise } from './authorise.ts';
import { Fault } from './faults.ts';
import type { Session } from './session.ts';

/**
 * Every operation passes here before its input is even read: whether the roles of the person at the desk allow it, and, for what
 * matters most, whether she typed her passphrase within the last five minutes. A closed desk has nobody; what needs an open one
 * says so itself. Fault: not-allowed (`needs`: the roles; `stepUp`: the passphrase is wanted again).
 */
export function passGate(session: Session, operation: string, input: unknown): void {
  if (!session.isOpen()) return;
  const desk = session.desk();
  authorise(desk, operation);
  const asked = operation === 'cases.act' ? (input as { ref?: unknown; act?: unknown; with?: unknown } | null) : null;
  const act = asked?.act;
  if (typeof act === 'string' && (actNames as string[]).includes(act)) authorise(desk, `act:${act}`);
  const isWeighty = stepUpOperations.includes(operation) || wantsProof(desk, asked);
  if (isWeighty && session.sinceProvenMs() > stepUpMs)
    throw new Fault('not-allowed', 'Type your passphrase again: this asks for it.', { stepUp: true });
}
