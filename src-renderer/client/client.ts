import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../src-main/desk/contract.ts';
import { createShellClient } from './link.ts';

/** Every operation of the desk, typed by its contract; only types of the contract reach the window. */
export type Client = ContractRouterClient<Contract>;

/** The window's one client. Calls made before the port has come wait for it. */
export function createClient(): Client {
  return createShellClient<Client>();
}
