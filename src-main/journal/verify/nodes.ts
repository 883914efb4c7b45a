import type { Db } from '../../../db/open.ts';
import type { Report } from './report.ts';

/** Compares the kept tree nodes with those that a walk over the whole record computes. */
export interface NodeBook {
  onNode(level: number, position: number, hash: string): void;
  /** Reports nodes that the record does not have. */
  close(): void;
}

/** Null where no nodes are kept, as in an audit copy. */
export function createNodeBook(db: Db, report: Report): NodeBook | null {
  const isKept = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'merkle_node'").get() !== undefined;
  if (!isKept) return null;
  const rows = db.prepare('SELECT level, position, lower(hex(hash)) FROM merkle_node').raw().all() as [number, number, string][];
  const kept = new Map(rows.map(([level, position, hash]) => [`${level}/${position}`, hash]));
  const differs = (key: string) => report.add('merkle-differs', { table: 'merkle_node', key }, 'the node is not that of the entries');
  return {
    onNode(level, position, hash) {
      const key = `${level}/${position}`;
      if (kept.get(key) !== hash) differs(key);
      kept.delete(key);
    },
    close() {
      for (const key of kept.keys()) differs(key);
    },
  };
}
