import Database from 'better-sqlite3';

/** A database as the module opens it when nobody sets anything: what our own settings are compared with. */
export function withBareDatabase<T>(file: string, use: (db: Database.Database) => T): T {
  const db = new Database(file);
  try {
    return use(db);
  } finally {
    db.close();
  }
}
