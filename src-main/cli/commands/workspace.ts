import { resolve } from 'node:path';
import { type Platform, platforms } from '../../cases/contract.ts';
import { addDemoCases } from '../../demo/index.ts';
import { backupDesk, closeDesk, createDesk, readPassphraseFile, restoreDesk } from '../../workspace/index.ts';
import { withDesk, workspaceOptions, workspaceUsage } from '../desk.ts';
import { type Command, oneOf, wholeNumber } from '../grammar.ts';

const { workspace, 'passphrase-file': passphraseFile } = workspaceOptions;

export const init: Command = {
  about: 'make a new workspace; --demo N fills it with labelled synthetic cases',
  usage: 'init --workspace DIR --passphrase-file FILE --org NAME [--officer NAME] [--designation D] [--platform P]… [--demo N]',
  options: {
    workspace,
    'passphrase-file': passphraseFile,
    org: 'string',
    officer: 'string',
    designation: 'string',
    platform: 'list',
    demo: 'string',
  },
  async run(args) {
    const named = args.list('platform').map((one) => oneOf('platform', one, platforms) as Platform);
    const demo = wholeNumber(args, 'demo');
    const { desk, recoveryCode } = await createDesk(args.need('workspace'), {
      organisation: args.need('org'),
      officer: args.text('officer') ?? 'Grievance Officer',
      designation: args.text('designation'),
      platforms: named.length > 0 ? named : [...platforms],
      passphrase: readPassphraseFile(args.need('passphrase-file')),
      synthetic: demo !== undefined,
    });
    try {
      if (demo) await addDemoCases(desk, demo);
      const json = { workspace: desk.workspace, desk: desk.desk, recoveryCode };
      return {
        json,
        text: `Workspace ${desk.workspace} is ready.\nRecovery code (print it, keep it away from this computer): ${recoveryCode}`,
      };
    } finally {
      await closeDesk(desk);
    }
  },
};

export const backup: Command = {
  about: 'write a verified copy of the whole workspace into one file',
  usage: `backup ${workspaceUsage} --out FILE`,
  options: { ...workspaceOptions, out: 'string' },
  run: (args) =>
    withDesk(args, 'workspace.backup', async (desk) => {
      const json = await backupDesk(desk, resolve(args.need('out')));
      return { json, text: `${json.file}\n${json.entries} entries, SHA-256 ${json.sha256}` };
    }),
};

export const restore: Command = {
  about: 'make a workspace of a backup, in a new place',
  usage: 'restore --from FILE --workspace DIR (--passphrase-file FILE | --recovery-code-file FILE)',
  options: { workspace, 'passphrase-file': passphraseFile, 'recovery-code-file': 'string', from: 'string' },
  async run(args) {
    const code = args.text('recovery-code-file');
    const credential =
      code === undefined ? { passphrase: readPassphraseFile(args.need('passphrase-file')) } : { recoveryCode: readPassphraseFile(code) };
    const json = await restoreDesk(resolve(args.need('from')), args.need('workspace'), credential);
    return { json, text: `Restored ${json.entries} entries into ${args.need('workspace')}.` };
  },
};
