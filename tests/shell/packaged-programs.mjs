// Where electron-builder leaves the unpacked applications beside its packages.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const names = {
  fuses: ['Nivaran.app', 'Nivaran.exe', 'nivaran'],
  start: [join('Nivaran.app', 'Contents', 'MacOS', 'Nivaran'), 'Nivaran.exe', 'nivaran'],
};

/** The packaged programs under a folder: as @electron/fuses wants them (`fuses`), or as they are started (`start`). */
export function packagedPrograms(folder, purpose) {
  const unpacked = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return unpacked.flatMap((entry) => names[purpose].map((name) => join(folder, entry.name, name)).filter((path) => existsSync(path)));
}
