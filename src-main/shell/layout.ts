import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where the parts of the program lie, in the source tree and in a package alike. */
export interface ProgramLayout {
  /** The engine's worker. */
  engineScript: URL;
  rendererDir: string;
  preload: string;
  resourcesDir: string;
  migrationsDir: string;
  version: string;
}

/**
 * Finds the parts from any folder of the program, built or source. In a package, `resources/` and
 * `db/migrations/` lie outside the archive, in `packagedDir`, where every file can be opened by path.
 */
export async function findLayout(within: string, packagedDir: string | null): Promise<ProgramLayout> {
  const root = rootAbove(within);
  const loose = packagedDir ?? root;
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return {
    engineScript: pathToFileURL(join(root, 'out', 'main', 'engine.js')),
    rendererDir: join(root, 'out', 'renderer'),
    preload: join(root, 'out', 'preload', 'preload.cjs'),
    resourcesDir: join(loose, 'resources'),
    migrationsDir: join(loose, 'db', 'migrations'),
    version: manifest.version,
  };
}

function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('The program’s package.json is missing.');
  return rootAbove(parent);
}
