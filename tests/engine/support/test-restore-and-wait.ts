// Restores a backup up to the last step before the rename and waits there to be killed. Arguments: backup, folder, key in hex.
import { restoreInto } from '../../../src-main/workspace/backup-restore.ts';
import { unlockRaw } from './small-workspace.ts';

const [file = '', dir = '', kek = ''] = process.argv.slice(2);
await restoreInto({
  file,
  dir,
  unlock: (header) => unlockRaw(header, Buffer.from(kek, 'hex')),
  verify: () => {},
  prepare: () => {
    process.stdout.write('preparing\n');
    process.stdin.resume();
    return new Promise<void>(() => {});
  },
});
