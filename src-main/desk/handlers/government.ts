import { judgeDraft, readItems, sheetCaseOf } from '../../cases/index.ts';
import {
  buildSheet,
  disclosedAbout,
  disclosuresOf,
  entriesOfPreservations,
  itemsView,
  readItemList,
  recordSheet,
  recordStatistics,
  statisticsName,
  statisticsOf,
  statisticsTable,
} from '../../government/index.ts';
import { preservationList } from '../../government/rules.ts';
import { sha256Hex } from '../../journal/index.ts';
import { nowOf } from '../desk.ts';
import { badInput } from '../faults.ts';
import { writeFileSafely } from '../files.ts';
import { instrumentBook } from '../instruments.ts';
import type { Implementer } from '../router.ts';
import type { Session } from '../session.ts';
import { pickSavePathAt } from './still-at.ts';

const largestProductionBytes = 512 * 1024 * 1024;
const largestTableBytes = 8 * 1024 * 1024;
const tables = { name: 'Lists and tables', extensions: ['csv', 'txt', 'tsv'] };

/** The text of a table; one that is not UTF-8 would lose letters. Fault: bad-input. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw badInput('token', 'is not text in UTF-8: save the table as CSV UTF-8 first');
  }
}

function itemHandlers(os: Implementer, session: Session) {
  const government = os.government;
  return {
    items: government.items.handler(({ input }) => {
      const desk = session.desk();
      return itemsView(desk.db, input.ref, readItems(desk.db, input.ref), nowOf(desk));
    }),
    readList: government.readList.handler(({ input }) => {
      const known = input.ref === undefined ? [] : readItems(session.desk().db, input.ref);
      return readItemList(
        input.text,
        known.map(({ value }) => value),
      );
    }),
    chooseTable: government.chooseTable.handler(async () => {
      const [file] = await session.host.shell.pickFiles('Choose a list or table', [tables], false);
      return file ?? null;
    }),
    readTable: government.readTable.handler(async ({ input }) => {
      const { name } = session.host.files.find(input.token);
      const bytes = await session.host.files.read(input.token, largestTableBytes);
      session.host.files.release(input.token);
      return { name, text: textOf(bytes) };
    }),
    hashFile: government.hashFile.handler(async () => {
      const [file] = await session.host.shell.pickFiles('Choose the file that is produced', [], false);
      if (!file) return null;
      const bytes = await session.host.files.read(file.token, largestProductionBytes);
      session.host.files.release(file.token);
      return { name: file.name, sizeBytes: bytes.byteLength, sha256: sha256Hex(bytes) };
    }),
    disclosures: government.disclosures.handler(({ input }) => disclosuresOf(session.desk().db, input.ref)),
    preservations: government.preservations.handler(() => preservationList(entriesOfPreservations(session.desk().db))),
    statistics: government.statistics.handler(({ input }) => statisticsOf(session.desk().db, input)),
    saveStatistics: government.saveStatistics.handler(async ({ input }) => {
      const desk = session.desk();
      const counted = statisticsOf(desk.db, input);
      const bytes = statisticsTable(counted);
      const place = await pickSavePathAt(session, desk, `${statisticsName(counted)}.csv`);
      if (!place) return null;
      recordStatistics(desk, counted, bytes);
      writeFileSafely(place.path, bytes);
      return { path: place.path, sha256: sha256Hex(bytes) };
    }),
    register: government.register.handler(({ input }) => {
      const { walls } = session.desk();
      const lines = [walls.outer(), walls.opened()].flatMap((desk) => (desk ? disclosedAbout(desk.db, input.account) : []));
      return lines.sort((a, b) => b.seq - a.seq);
    }),
    saveSheet: government.saveSheet.handler(async ({ input: { ref, ...input } }) => {
      const desk = session.desk();
      const built = await buildSheet(desk, sheetCaseOf(desk, ref), input);
      const place = await pickSavePathAt(session, desk, built.name);
      if (!place) return null;
      recordSheet(desk, ref, input, built);
      writeFileSafely(place.path, built.bytes);
      return { path: place.path, sha256: sha256Hex(built.bytes) };
    }),
  };
}

/** Orders and requests of authorities. */
export function governmentHandlers(os: Implementer, session: Session) {
  const government = os.government;
  return {
    instruments: government.instruments.handler(() => instrumentBook()),
    judge: government.judge.handler(({ input }) => judgeDraft(session.desk().db, input, nowOf(session.desk()))),
    ...itemHandlers(os, session),
  };
}
