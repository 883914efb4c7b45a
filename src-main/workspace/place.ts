import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { badInput, Fault } from '../desk/faults.ts';
import { readIfThere } from './files/atomic.ts';
import { headerFile } from './header.ts';
import { type Mount, networkNameOf, parseMounts } from './place-mounts.ts';

/** Folder names by which sync programs are known, and what they leave in the folders they watch. */
const syncFolders: readonly [name: string, folder: RegExp][] = [
  ['Dropbox', /^dropbox( \(.+\))?$/i],
  ['OneDrive', /^onedrive( ?- ?.+)?$/i],
  ['Google Drive', /^google ?drive([ -].*)?$/i],
  ['iCloud Drive', /^(icloud ?drive|mobile documents|com~apple~clouddocs)$/i],
  ['Nextcloud', /^nextcloud ?\d*$/i],
  ['ownCloud', /^owncloud ?\d*$/i],
];
const syncMarkers: readonly [name: string, marker: RegExp][] = [
  ['Dropbox', /^\.dropbox\.cache$/],
  ['OneDrive', /^\.849c9593-d756-4e56-8d6e-42412f2a707b$/i],
  ['Google Drive', /^\.tmp\.drive(upload|download)$/],
  ['Nextcloud', /^(\.sync_[0-9a-f]+\.db|\.nextcloudsync\.log)$/],
  ['ownCloud', /^\.owncloudsync\.log$/],
  ['Syncthing', /^\.stfolder$/],
];

const databaseName = /^desk-.+\.db$/;

/** Whether nothing at all is at a place. */
export function isEmptyPlace(dir: string): boolean {
  return !existsSync(dir) || (statSync(dir).isDirectory() && namesIn(dir).length === 0);
}

/** Whether a workspace is at a place. Fault: not-a-workspace where something else is, which nobody may write over. */
export function isWorkspaceAt(dir: string): boolean {
  if (existsSync(join(dir, headerFile))) return true;
  const stats = statSync(dir, { throwIfNoEntry: false });
  if (stats && !stats.isDirectory()) throw new Fault('not-a-workspace', `${dir} is a file; a workspace is a folder.`);
  refuseOthersFiles(dir);
  refuseInsideWorkspace(dir);
  return false;
}

/** In a workspace made on the command line the window would begin another one, and whoever removes the one loses both. */
function refuseInsideWorkspace(dir: string): void {
  const above = dirname(resolve(dir));
  if (!existsSync(join(above, headerFile))) return;
  const text = `The folder ${above} is a workspace itself, and none is made inside another. Name another folder, or move this one to ${dir}.`;
  throw new Fault('not-a-workspace', text);
}

/** A folder with anything in it is somebody's: least of all is a new workspace made over what is left of an old one. */
function refuseOthersFiles(dir: string): void {
  const names = namesIn(dir);
  if (names.length === 0) return;
  const what = names.some((name) => databaseName.test(name))
    ? `holds a workspace whose ${headerFile} is gone. Put that file back, or restore the newest backup`
    : `is not empty and holds no workspace (${names.slice(0, 3).join(', ')}${names.length > 3 ? ', …' : ''}). Choose an empty folder`;
  throw new Fault('not-a-workspace', `The folder ${dir} ${what}; nothing in it was changed.`);
}

/**
 * Refuses a place for a new workspace: a file (bad-input), a folder that holds a workspace (already-exists) or anything
 * else (not-a-workspace), a network drive or sync folder (network-drive, with detail.reason).
 */
export function checkPlaceForNew(dir: string): void {
  refuseShared(dir);
  refuseInsideWorkspace(dir);
  const stats = statSync(dir, { throwIfNoEntry: false });
  if (!stats) return;
  if (!stats.isDirectory()) throw badInput('workspace', `${dir} is a file; a workspace is a folder.`);
  if (existsSync(join(dir, headerFile))) throw new Fault('already-exists', `The folder ${dir} already holds a workspace.`);
  refuseOthersFiles(dir);
}

/** Refuses a place that cannot be an existing workspace. Faults: bad-input for a file, not-a-workspace, network-drive. */
export function checkPlaceOfWorkspace(dir: string): void {
  const stats = statSync(dir, { throwIfNoEntry: false });
  if (stats && !stats.isDirectory()) throw badInput('workspace', `${dir} is a file; a workspace is a folder.`);
  if (!stats || !existsSync(join(dir, headerFile))) {
    throw new Fault('not-a-workspace', `The folder ${dir} is not a workspace: ${stats ? `it holds no ${headerFile}` : 'it is not there'}.`);
  }
  refuseShared(dir);
}

function refuseShared(dir: string): void {
  const reason = reasonAgainst(dir);
  if (reason === null) return;
  const text = `A workspace cannot be kept in ${dir}: ${reason} Two machines could write it at once, or half-written files could be copied. Choose a folder on this machine's own disk.`;
  throw new Fault('network-drive', text, { reason });
}

/** Why a path is no place for a database, as a sentence, or null. */
function reasonAgainst(dir: string): string | null {
  const path = realPathOf(resolve(dir));
  const network = isUncPath(path) ? 'Windows share' : networkNameOf(mountsHere(), path);
  if (network !== null) return `it is on a network drive (${network}).`;
  const sync = syncServiceOf(path);
  return sync === null ? null : `it is inside a folder that ${sync} copies.`;
}

/** True for \\server\share and its long form; \\?\C:\… and device paths are local. */
export function isUncPath(path: string): boolean {
  return /^[\\/]{2}(\?[\\/]UNC[\\/]|[^\\/?.])/i.test(path);
}

/** The sync program whose folder a path lies in, by folder name or by what the program leaves there, or null. */
export function syncServiceOf(path: string, namesOf: (folder: string) => string[] = namesIn): string | null {
  for (let folder = path; ; folder = dirname(folder)) {
    const name = folder.split(/[\\/]/).at(-1) ?? '';
    const byName = syncFolders.find(([, pattern]) => pattern.test(name));
    if (byName) return byName[0];
    const names = namesOf(folder);
    const byMarker = syncMarkers.find(([, pattern]) => names.some((each) => pattern.test(each)));
    if (byMarker) return byMarker[0];
    if (dirname(folder) === folder) return null;
  }
}

/** A folder that may not be listed or is not there yet shows no marker. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Links are followed, also for a folder that is yet to be made. */
function realPathOf(path: string): string {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(folder)) return join(realpathSync(folder), path.slice(folder.length));
    if (dirname(folder) === folder) return path;
  }
}

function mountsHere(): Mount[] {
  return parseMounts(readIfThere('/proc/self/mountinfo')?.toString('utf8') ?? '');
}
