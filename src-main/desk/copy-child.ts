import { constants, copyFile, open } from 'node:fs/promises';
import { parentOfChild } from '../shell/contract/child.ts';

/** A process that copies one file to a new one and flushes it: the engine must not touch the file whose locks it holds. */
const parent = parentOfChild(process);

async function copy({ from, to }: { from: string; to: string }): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_EXCL);
  const handle = await open(to, 'r+');
  await handle.chmod(0o600);
  await handle.sync();
  await handle.close();
}

parent.onMessage((message) => {
  copy(message as { from: string; to: string }).then(
    () => parent.post({}),
    (error: NodeJS.ErrnoException) => parent.post({ code: error.code, message: error.message }),
  );
});
