import { authorise } from '../desk/authorise.ts';
import type { Desk } from '../desk/desk.ts';
import { badInput } from '../desk/faults.ts';
import { closeDesk, keyholdersOf, openDesk, readPassphraseFile } from '../workspace/index.ts';
import type { Args } from './grammar.ts';

/** The options that open a workspace. */
export const workspaceOptions = {
  workspace: 'string',
  'passphrase-file': 'string',
  as: 'string',
  'confirm-time': 'string',
} as const;

export const workspaceUsage = '--workspace DIR --passphrase-file FILE [--as PERSON] [--confirm-time REASON]';

/** Where several people work, whose passphrase it is has to be said: what is done stands under her name. Fault: bad-input. */
function needPerson(dir: string, as: string | undefined): void {
  if (as !== undefined) return;
  const people = keyholdersOf(dir);
  if (people.length > 1) throw badInput('as', `is missing: say which of ${people.length} people of this desk you are`);
}

/**
 * Opens the workspace, works on it, closes it again whatever happens. `operation` is the path of the contract's operation that
 * the command stands for: the roles of the person must allow it. A command on a restricted case works where that case is open.
 */
export async function withDesk<T>(args: Args, operation: string, work: (desk: Desk) => Promise<T> | T): Promise<T> {
  const dir = args.need('workspace');
  needPerson(dir, args.text('as'));
  const passphrase = readPassphraseFile(args.need('passphrase-file'));
  const desk = await openDesk(dir, { passphrase }, { holder: 'command line', as: args.text('as'), confirmTime: args.text('confirm-time') });
  try {
    authorise(desk, operation);
    return await work(desk.walls.deskFor({ ref: args.text('case') ?? args.words[0] }));
  } finally {
    await closeDesk(desk);
  }
}
