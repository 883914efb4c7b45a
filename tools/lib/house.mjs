// What every tool needs to know about the house. Plain Node 20 and no packages: setup runs before packages exist.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { delimiter, dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const modules = join(root, 'node_modules');
export const isWindows = process.platform === 'win32';

/** The Node 24 that the lockfile brings; the running one while it is not there yet. */
export function node24() {
  const binary = join(modules, 'node', 'bin', isWindows ? 'node.exe' : 'node');
  return existsSync(binary) ? binary : process.execPath;
}

/** One line for the person at the terminal. Never on stdout: that belongs to what the command answers. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** The environment for children: Node 24 and the packages' commands come first on PATH, as in an npm script. */
export function houseEnv(extra = {}) {
  const path = [dirname(node24()), join(modules, '.bin'), process.env.PATH ?? ''].join(delimiter);
  return { ...process.env, PATH: path, ...extra };
}

/** PATH without the packages' own folders: npm must not run on a Node that it is about to delete. */
export function systemPath() {
  const own = `${sep}node_modules${sep}`;
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !`${folder}${sep}`.includes(own))
    .join(delimiter);
}

/** The full path of a command, or undefined. Looks along PATH itself, because spawning to ask takes longer. */
export function findCommand(name, path = process.env.PATH ?? '') {
  const endings = isWindows ? ['.exe', '.cmd', '.bat'] : [''];
  for (const folder of path.split(delimiter).filter(Boolean)) {
    for (const ending of endings) {
      const file = join(folder, name + ending);
      if (existsSync(file)) return file;
    }
  }
  return undefined;
}

/** All files under a folder (absolute paths, sorted); an absent folder holds none. */
export function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  const found = [];
  for (const name of readdirSync(folder).sort()) {
    if (name === 'node_modules' || name === '.git') continue;
    const path = join(folder, name);
    if (statSync(path).isDirectory()) found.push(...filesUnder(path));
    else found.push(path);
  }
  return found;
}

/** The files that are, or could be, committed, as paths from the root with forward slashes. */
export function committable() {
  const git = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (git.status === 0) return [...new Set(git.stdout.split('\0'))].filter((path) => path && existsSync(join(root, path))).sort();
  // An unpacked archive has no git: walk, and leave out what .gitignore names.
  const built = /^(out|dist|build-out|coverage|playwright-report|test-results)\//;
  const paths = filesUnder(root).map((path) =>
    path
      .slice(root.length + 1)
      .split(sep)
      .join('/'),
  );
  return paths.filter((path) => !built.test(path));
}

/** Runs a Node 24 script with the terminal's own streams; resolves with its exit code and how long it lived. */
export function runNode(args, { env = {}, stdio = 'inherit' } = {}) {
  return runProgram(node24(), args, { env, stdio });
}

/** Like `runNode`, for any program. Ctrl-C reaches the child from the terminal; this process stays to report its end. */
export function runProgram(command, args, { env = {}, stdio = 'inherit' } = {}) {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio, env: houseEnv(env) });
    const wait = () => {};
    const pass = () => child.kill('SIGTERM');
    process.on('SIGINT', wait);
    process.on('SIGTERM', pass);
    const end = (code) => {
      process.off('SIGINT', wait);
      process.off('SIGTERM', pass);
      resolve({ code, lifeMs: performance.now() - startedAt });
    };
    child.on('error', (error) => {
      say(`${command} could not be started: ${error.message}.`);
      end(127);
    });
    child.on('exit', (code, signal) => end(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}
