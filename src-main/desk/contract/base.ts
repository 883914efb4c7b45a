import { oc } from '@orpc/contract';
import { type FaultCode, faultCodes } from '../faults.ts';

/** Every declared fault is an error of every operation: code and data cross the port, nothing else does. */
export const base = oc.errors(Object.fromEntries(faultCodes.map((code) => [code, {}])) as Record<FaultCode, Record<string, never>>);
