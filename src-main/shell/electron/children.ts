import { fileURLToPath } from 'node:url';
import type { Child } from '../contract/child.ts';
import type { ElectronParts } from './parts.ts';

/** Runs a script in a utility process: a Node process of Electron's own, without the RunAsNode fuse. */
export function startUtilityChild(electron: Pick<ElectronParts, 'utilityProcess'>, script: URL): Child {
  const child = electron.utilityProcess.fork(fileURLToPath(script), [], { serviceName: 'Nivaran helper', stdio: 'inherit' });
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    exited: new Promise((resolve) => child.once('exit', resolve)),
    kill: () => void child.kill(),
  };
}
