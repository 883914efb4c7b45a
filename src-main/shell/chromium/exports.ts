import { existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { isAbsolute, join, parse } from 'node:path';
import { plainFileName } from '../contract.ts';

/**
 * The folder exports go to where no save dialog can be had: the person's downloads folder, or
 * `Nivaran exports` in the home folder when there is none.
 */
export function findExportsDir(env: NodeJS.ProcessEnv, home: string): string {
  const downloads = env.XDG_DOWNLOAD_DIR ?? namedDownloads(env, home) ?? join(home, 'Downloads');
  return isAbsolute(downloads) && existsSync(downloads) ? downloads : join(home, 'Nivaran exports');
}

/** The downloads folder in the desktop's own list (xdg-user-dirs), whatever its language. */
function namedDownloads(env: NodeJS.ProcessEnv, home: string): string | undefined {
  const file = join(env.XDG_CONFIG_HOME ?? join(home, '.config'), 'user-dirs.dirs');
  if (!existsSync(file)) return undefined;
  const named = /^XDG_DOWNLOAD_DIR="(.+)"$/m.exec(readFileSync(file, 'utf8'))?.[1];
  return named?.replace(/^\$HOME/, home);
}

/** A path in `folder` that does not exist yet: "letter.pdf", "letter (2).pdf", … */
export async function freePath(folder: string, suggestedName: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const { name, ext } = parse(plainFileName(suggestedName));
  for (let copy = 1; ; copy += 1) {
    const path = join(folder, copy === 1 ? `${name}${ext}` : `${name} (${copy})${ext}`);
    if (!existsSync(path)) return path;
  }
}
