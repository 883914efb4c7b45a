import type { Desk } from '../desk/desk.ts';
import { closeDesk, openDesk, readPassphraseFile } from '../workspace/index.ts';
import type { Args } from './grammar.ts';

/** The options that open a workspace. */
export const workspaceOptions = {
  workspace: 'string',
  'passphrase-file': 'string',
  as: 'string',
  'confirm-time': 'string',
} as const;

export const workspaceUsage = '--workspace DIR --passphrase-file FILE [--as PERSON] [--confirm-time REASON]';

/** Opens the workspace, works on it, closes it again whatever happens. */
export async function withDesk<T>(args: Args, work: (desk: Desk) => Promise<T> | T): Promise<T> {
  const dir = args.need('workspace');
  const passphrase = readPassphraseFile(args.need('passphrase-file'));
  const desk = await openDesk(dir, { passphrase }, { holder: 'command line', as: args.text('as'), confirmTime: args.text('confirm-time') });
  try {
    return await work(desk);
  } finally {
    await closeDesk(desk);
  }
}
