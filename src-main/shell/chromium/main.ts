import { Fault } from '../../desk/faults.ts';
import { readStartOptions } from '../options.ts';
import { launchChromiumShell, type RunningShell } from './launch.ts';
import { holdInstance } from './single-instance.ts';

/** Opens the window in an installed browser and stays until it is closed; answers the exit code. */
async function main(): Promise<number> {
  const options = readStartOptions(process.argv.slice(2), process.env, process.platform);
  let running: RunningShell | null = null;
  const instance = await holdInstance(options.dataDir, () => void running?.shell.openWindow());
  if (instance === null) {
    process.stderr.write('The desk is already open; its window has been brought to the front.\n');
    return 0;
  }
  try {
    running = await launchChromiumShell(options);
    const stop = () => void running?.close();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
    await running.engine.ready();
    await running.closed;
    return 0;
  } finally {
    await running?.close();
    await instance.release();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Fault ? error.message : `The window could not be opened: ${String(error)}`}\n`);
  process.exitCode = 1;
}
