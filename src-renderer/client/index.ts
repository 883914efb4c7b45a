export type { OfferedFile, ShellEvent } from '../../src-main/shell/contract.ts';
export { type Client, createClient } from './client.ts';
export { copyText } from './clipboard.ts';
export { type CallFault, readFault } from './errors.ts';
export { onShellEvent } from './events.ts';
export { offerFiles } from './files.ts';
export { onStepUp } from './step-up.ts';
