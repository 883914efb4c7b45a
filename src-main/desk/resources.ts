import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds `resources/` and `db/migrations/`: the source tree, or the installed application's own resources. */
function findRoot(): string {
  const packaged = (process as { resourcesPath?: string }).resourcesPath;
  if (packaged && existsSync(join(packaged, 'resources', 'rulebook'))) return packaged;
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'resources', 'rulebook'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('The folder of resources is missing from this installation.');
    folder = parent;
  }
  return folder;
}

interface ResourcePlaces {
  resourcesDir: string;
  migrationsDir: string;
}

let places: ResourcePlaces | null = null;

function found(): ResourcePlaces {
  if (!places) {
    const root = findRoot();
    places = { resourcesDir: join(root, 'resources'), migrationsDir: join(root, 'db', 'migrations') };
  }
  return places;
}

/** The shell knows where an installed application keeps its resources; everything else finds them by itself. */
export function placeResources({ resourcesDir, migrationsDir: migrations }: ResourcePlaces): void {
  places = { resourcesDir, migrationsDir: migrations };
}

/** A path inside `resources/`. */
export function resourcePath(...parts: string[]): string {
  return join(found().resourcesDir, ...parts);
}

/** Where the numbered migrations lie. */
export function migrationsDir(): string {
  return found().migrationsDir;
}

/** The version printed in About and written into exports. */
export const appVersion = '0.1.0';
