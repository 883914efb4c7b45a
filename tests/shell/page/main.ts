import type { ContractRouterClient } from '@orpc/contract';
import { copyText } from '../../../src-renderer/client/clipboard.ts';
import { readFault } from '../../../src-renderer/client/errors.ts';
import { onShellEvent } from '../../../src-renderer/client/events.ts';
import { offerFiles } from '../../../src-renderer/client/files.ts';
import { frameAddress } from '../../../src-renderer/client/frames.ts';
import { createShellClient } from '../../../src-renderer/client/link.ts';
import type { TestContract } from '../support/test-contract.ts';
import * as probes from './probes.ts';

/** What the tests use from outside; everything that must be proved about the page itself runs in page code. */
const tools = {
  client: createShellClient<ContractRouterClient<TestContract>>(),
  events: [] as unknown[],
  violations: [] as string[],
  readFault,
  offerFiles,
  frameAddress,
  copyText,
  newClient: () => createShellClient<ContractRouterClient<TestContract>>(),
  probes,
};

declare global {
  var testPage: typeof tools;
}

addEventListener('securitypolicyviolation', (event) => tools.violations.push(`${event.effectiveDirective} ${event.blockedURI}`));
onShellEvent((event) => tools.events.push(event));
globalThis.testPage = tools;
const state = document.querySelector('#state');
if (state) state.textContent = 'ready';
