import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { electron } from '../../../src-main/shell/electron/real.ts';
import { prepareElectron, startElectron } from '../../../src-main/shell/electron/start.ts';
import { readStartOptions } from '../../../src-main/shell/options.ts';

// The product's own shell in Electron, with the test engine behind it and the test page in front.
const start = readStartOptions(process.argv.slice(2), {}, process.platform);
const sessionData = prepareElectron(electron, start);
if (sessionData === null) electron.app.exit(1);
else {
  // Not awaited here: Electron becomes ready only when its first module has been evaluated.
  void startElectron(electron, {
    start,
    sessionData,
    layout: {
      engineScript: pathToFileURL(join(import.meta.dirname, 'test-engine.js')),
      rendererDir: process.env.NIVARAN_TEST_PAGE ?? '',
      preload: join(import.meta.dirname, 'preload.cjs'),
      resourcesDir: import.meta.dirname,
      migrationsDir: import.meta.dirname,
      version: '0.0.0',
    },
  });
}
