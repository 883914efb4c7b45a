import { Fault } from '../../desk/faults.ts';
import { findLayout } from '../layout.ts';
import { readStartOptions } from '../options.ts';
import { electron } from './real.ts';
import { prepareElectron, startElectron } from './start.ts';

const { app } = electron;

async function main(): Promise<void> {
  // In a package the first argument is already one of ours; from a checkout it is the program's folder.
  const options = readStartOptions(process.argv.slice(app.isPackaged ? 1 : 2), process.env, process.platform);
  const sessionData = prepareElectron(electron, options);
  if (sessionData === null) return app.exit(0);
  const layout = await findLayout(import.meta.dirname, app.isPackaged ? process.resourcesPath : null);
  const { engine } = await startElectron(electron, { start: options, layout, sessionData });
  await engine.ready();
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Fault ? error.message : `The window could not be opened: ${String(error)}`}\n`);
  app.exit(1);
});
