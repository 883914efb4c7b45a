// npm run demo: the desk's main job without a window, on mail that ships with the product. Everything it makes lies in out/demo.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runHeadless } from '../src-main/demo/headless.ts';

const out = resolve('out', 'demo');
const { lines, isRecordSound } = await runHeadless(out);

/** Pictures of the window on the sample desk, where a browser is installed. */
async function takePictures() {
  const { launchChromiumShell } = await import('../src-main/shell/chromium/launch.ts');
  const folder = join(out, 'screens');
  mkdirSync(folder, { recursive: true });
  const shell = await launchChromiumShell({
    dataDir: join(out, 'window'),
    headless: true,
    demo: true,
    viewport: { width: 1366, height: 768 },
  });
  try {
    await shell.page.getByRole('grid').getByRole('row').nth(3).waitFor();
    for (const theme of ['light', 'dark']) {
      await shell.page.emulateMedia({ colorScheme: theme });
      await shell.page.screenshot({ path: join(folder, `queue-${theme}.png`) });
    }
  } finally {
    await shell.close();
  }
  return folder;
}

let pictures = '';
try {
  pictures = `Pictures of the window: ${await takePictures()}`;
} catch (error) {
  pictures = `No picture of the window: ${String(error.message).split('\n')[0]}`;
}
const account = [
  ...lines,
  '',
  pictures,
  `Everything lies in ${out}.`,
  'All of it is synthetic: every person, address and event is invented.',
].join('\n');
writeFileSync(join(out, 'account.txt'), `${account}\n`);
process.stdout.write(`${account}\n`);
process.exit(isRecordSound ? 0 : 1);
