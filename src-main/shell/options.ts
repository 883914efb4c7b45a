import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Fault } from '../desk/faults.ts';

/** What a person can say when starting the window. */
export interface StartOptions {
  dataDir: string;
  headless: boolean;
  demo: boolean;
}

/**
 * Reads the arguments after the program's name: `--data-dir DIR`, `--headless`, `--demo`. Electron and
 * Chromium add switches of their own, so an unknown one is passed over.
 */
export function readStartOptions(args: string[], env: NodeJS.ProcessEnv, platform: NodeJS.Platform): StartOptions {
  const { values } = parseArgs({
    args,
    strict: false,
    options: { 'data-dir': { type: 'string' }, headless: { type: 'boolean' }, demo: { type: 'boolean' } },
  });
  const named = values['data-dir'] ?? env.NIVARAN_DATA;
  if (named === true || named === '') throw new Fault('bad-input', '--data-dir: a folder must follow.');
  return {
    dataDir: typeof named === 'string' ? resolve(named) : defaultDataDir(env, platform, homedir()),
    headless: values.headless === true,
    demo: values.demo === true,
  };
}

/** Where the desk keeps its workspaces when nobody says otherwise; the same for both shells and the command line. */
export function defaultDataDir(env: NodeJS.ProcessEnv, platform: NodeJS.Platform, home: string): string {
  if (platform === 'win32') return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Nivaran');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Nivaran');
  const data = env.XDG_DATA_HOME;
  return join(data !== undefined && isAbsolute(data) ? data : join(home, '.local', 'share'), 'nivaran');
}
