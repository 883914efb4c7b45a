import type { WallTombstone } from '../desk/wall-port.ts';
import { type FoldMap, noFold } from '../journal/index.ts';
import {
  deleteFile,
  deleteKey,
  deleteWall,
  hideFileKey,
  insertFile,
  insertKey,
  insertTombstone,
  insertWall,
  keepNumber,
  showFileKey,
} from './store.ts';

interface RaisedBody {
  ref: string;
  platform: string;
  year: number;
  number: number;
  keys: { person: string; wrapped: string }[];
}

interface SealedBody {
  /** Random names of files that came in and that went with this entry. */
  files?: { added: string[]; gone: string[] };
}

interface PurgedBody {
  series: { platform: string; year: number; number: number };
  tombstone: WallTombstone;
}

interface FilesBody {
  keys: { id: string; file: string; key: string }[];
  gone: string[];
}

const wallOfSubject = (subject: string) => subject.slice('wall:'.length);

/** What everybody's tables know of restricted cases, and, inside a wall, the keys of its files. */
export const wallFolds: FoldMap = {
  'wall.raised': (db, { subject, at, seq }, raw) => {
    const { ref, keys, ...series } = raw as RaisedBody;
    const id = wallOfSubject(subject);
    insertWall(db, { id, ref, at, seq });
    for (const { person, wrapped } of keys) insertKey(db, { wall: id, person, wrapped }, seq);
    keepNumber(db, series);
  },
  'wall.granted': (db, { subject, seq }, raw) => {
    const { person, wrapped } = raw as { person: string; wrapped: string };
    insertKey(db, { wall: wallOfSubject(subject), person, wrapped }, seq);
  },
  'wall.revoked': (db, { subject }, raw) => deleteKey(db, wallOfSubject(subject), (raw as { person: string }).person),
  sealed: (db, { subject }, raw) => {
    const { added, gone } = (raw as SealedBody).files ?? { added: [], gone: [] };
    for (const file of added) insertFile(db, wallOfSubject(subject), file);
    for (const file of gone) deleteFile(db, file);
  },
  'wall.files': (db, _entry, raw) => {
    const { keys, gone } = raw as FilesBody;
    for (const { id, file, key } of keys) showFileKey(db, { id, file, key: Buffer.from(key, 'base64') });
    for (const file of gone) hideFileKey(db, file);
  },
  'wall.explained': noFold,
  // Leaves the same rows whether or not what it purged was folded before.
  'wall.purged': (db, { subject, seq }, raw) => {
    const { series, tombstone } = raw as PurgedBody;
    keepNumber(db, series);
    deleteWall(db, wallOfSubject(subject));
    insertTombstone(db, tombstone, seq);
  },
};
