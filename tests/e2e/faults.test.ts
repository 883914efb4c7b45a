import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addCase } from '../../src-main/cases/index.ts';
import { systemClock, systemIds } from '../../src-main/desk/ports.ts';
import { backupDesk, closeDesk, openDesk } from '../../src-main/workspace/index.ts';
import { contentCase } from '../support/desk.ts';
import { DeskPage } from '../support/desk-page.ts';
import { keepSight } from '../support/desk-page-session.ts';
import {
  type ClosedWorkspace,
  copyOf,
  makeWorkspace,
  newDataDir,
  openBehind,
  passphrase,
  removeWorkspace,
} from '../support/desk-page-workspaces.ts';

let made: ClosedWorkspace;
let backup = '';
const left: (() => unknown)[] = [];

beforeAll(async () => {
  const folder = newDataDir();
  backup = join(folder, 'kept.nivaran-backup');
  made = await makeWorkspace({ cases: 5, served: ['cocial'], work: (desk) => backupDesk(desk, backup) });
  left.push(() => removeWorkspace({ dataDir: folder }));
});
beforeEach(({ task, onTestFailed }) => {
  onTestFailed(() => (opened ? keepSight(opened, task.name) : undefined));
});
afterAll(() => {
  removeWorkspace(made);
  for (const undo of left) undo();
});

let opened: DeskPage | null = null;

/** Opens the product on a copy of the workspace that `damage` was done to; afterwards nothing new may lie in it. */
async function onDamaged(
  damage: (copy: ClosedWorkspace) => unknown,
  look: (desk: DeskPage, copy: ClosedWorkspace) => Promise<void>,
): Promise<void> {
  const copy = copyOf(made);
  try {
    await damage(copy);
    const before = databasesOf(copy.dir);
    opened = await DeskPage.open({ dataDir: copy.dataDir });
    await look(opened, copy);
    expect(opened.troubles).toEqual([]);
    expect(databasesOf(copy.dir)).toEqual(before);
  } finally {
    await opened?.close();
    opened = null;
    removeWorkspace(copy);
  }
}

const headerOf = (copy: ClosedWorkspace) => join(copy.dir, 'header.json');
const databasesOf = (dir: string) =>
  readdirSync(dir)
    .filter((name) => /^desk-.*\.db$|^header/.test(name))
    .sort();

/** The screen of a fault says what happened and what to do; it comes by itself or once the passphrase has been tried. */
async function whenFault(desk: DeskPage, code: 'corrupt' | 'from-future' | 'locked' | 'not-a-workspace' | 'clock-moved'): Promise<void> {
  const locked = desk.entry.title(desk.words.unlock.title);
  await desk.page.getByRole('heading', { level: 1 }).waitFor();
  if ((await locked.count()) > 0) await desk.entry.tryPassphrase(passphrase);
  await desk.entry.fault(code).waitFor();
  const { step1 } = desk.words.fault[code] as { step1: string };
  await desk.page
    .getByRole('listitem')
    .getByText(step1, { exact: true })
    .or(desk.page.getByRole('listitem').filter({ hasText: step1 }))
    .first()
    .waitFor();
}

describe('a workspace that cannot be opened says why and what to do, and nothing new is made in its place', () => {
  it('when its header is damaged', async () => {
    await onDamaged(
      (copy) => writeFileSync(headerOf(copy), readFileSync(headerOf(copy), 'utf8').replace(/"wrapped": "./, '"wrapped": "!')),
      async (desk) => {
        await whenFault(desk, 'corrupt');
        await desk.page.getByText(/header\.json/).waitFor();
        await desk.button(desk.words.settings.backup.restore).waitFor();
      },
    );
  });

  it('when its header is gone', async () => {
    await onDamaged(
      (copy) => rmSync(headerOf(copy)),
      async (desk) => whenFault(desk, 'not-a-workspace'),
    );
  });

  it('when its database is gone', async () => {
    await onDamaged(
      (copy) => rmSync(copy.file),
      async (desk) => {
        await desk.entry.tryPassphrase(passphrase);
        await desk.page.getByText(/There is no database file .*No new one was made/).waitFor();
        await desk.button(desk.words.settings.backup.restore).waitFor();
      },
    );
  });

  it('when its database is damaged', async () => {
    await onDamaged(
      (copy) => {
        const bytes = readFileSync(copy.file);
        writeFileSync(copy.file, bytes.fill(7, 4_096 * 2, bytes.length - 4_096));
      },
      async (desk) => whenFault(desk, 'corrupt'),
    );
  });

  it('when a newer release has written it', async () => {
    await onDamaged(
      (copy) => writeFileSync(headerOf(copy), JSON.stringify({ ...JSON.parse(readFileSync(headerOf(copy), 'utf8')), version: 9 })),
      async (desk) => whenFault(desk, 'from-future'),
    );
  });

  it('when a newer release has migrated its database', async () => {
    await onDamaged(
      (copy) => openBehind(copy, (db) => void db.exec("INSERT INTO migration VALUES (9999, 'later', 'x', '2026-11-21T00:00:00.000Z')")),
      async (desk) => whenFault(desk, 'from-future'),
    );
  });

  it('when another program holds it, and it opens once that one has let go', async () => {
    let holder: Awaited<ReturnType<typeof openDesk>> | undefined;
    await onDamaged(
      async (copy) => {
        holder = await openDesk(copy.dir, { passphrase }, { holder: 'a command line' });
      },
      async (desk) => {
        await whenFault(desk, 'locked');
        await desk.page.getByText(/a command line/).waitFor();
        if (holder) await closeDesk(holder);
        await desk.button(desk.words.common.retry).click();
        await desk.entry.unlock(passphrase);
        await desk.queue.whenReady();
      },
    );
  });

  it('when the key slots belong to another workspace', async () => {
    const other = await makeWorkspace({ served: ['cocial'] });
    left.push(() => removeWorkspace(other));
    await onDamaged(
      (copy) => {
        cpSync(other.file, copy.file);
      },
      async (desk) => {
        await desk.entry.tryPassphrase(passphrase);
        await desk.entry.fault('wrong-key').or(desk.entry.fault('corrupt')).waitFor();
        await desk.button(desk.words.settings.backup.restore).waitFor();
      },
    );
  });

  it('when the machine’s time has jumped, until a person has said that it is right', async () => {
    const ahead = { clock: { now: () => systemClock.now() + 3 * 3_600_000, monotonic: systemClock.monotonic }, ids: systemIds };
    const later = await makeWorkspace({
      served: ['cocial'],
      ports: ahead,
      work: (desk) =>
        addCase(desk, contentCase({ receivedAt: new Date(systemClock.now()).toISOString(), lateReason: 'A test of the time.' })),
    });
    try {
      opened = await DeskPage.open({ dataDir: later.dataDir });
      await whenFault(opened, 'clock-moved');
      const { words } = opened;
      const confirm = opened.button(words.fault['clock-moved'].confirm);
      await confirm.click();
      const reason = opened.page.getByRole('textbox', { name: words.fault['clock-moved'].reason });
      expect(await opened.entry.toldAt(reason)).toContain(words.common.required);
      await reason.fill('The battery of the clock was replaced.');
      await confirm.click();
      await opened.whenOpen();
      await opened.goTo('audit');
      await opened.page.getByRole('table').getByText(words.entry.clock_corrected).waitFor();
    } finally {
      await opened?.close();
      opened = null;
      removeWorkspace(later);
    }
  });
});

describe('a way back from a backup', () => {
  it('leads from a damaged workspace to an open desk', async () => {
    await onDamaged(
      (copy) => writeFileSync(headerOf(copy), 'no header at all'),
      async (desk) => {
        await whenFault(desk, 'corrupt');
        await desk.button(desk.words.settings.backup.restore).click();
        await restore(desk);
        await desk.whenOpen();
        await desk.queue.whenReady();
      },
    );
  });

  it('leads from the first start on a new machine to an open desk', async () => {
    const dataDir = newDataDir();
    try {
      opened = await DeskPage.open({ dataDir });
      await opened.button(opened.words.unlock.first.restore).click();
      await restore(opened);
      await opened.whenOpen();
      await opened.queue.whenReady();
      expect(existsSync(join(dataDir, 'workspace', 'header.json'))).toBe(true);
    } finally {
      await opened?.close();
      opened = null;
      removeWorkspace({ dataDir });
    }
  });

  it('is refused with the reason for a file that is none', async () => {
    const dataDir = newDataDir();
    const wrong = join(dataDir, 'holiday.nivaran-backup');
    writeFileSync(wrong, 'This is a synthetic text and no backup.');
    try {
      opened = await DeskPage.open({ dataDir });
      await opened.button(opened.words.unlock.first.restore).click();
      await restore(opened, wrong);
      await opened.page
        .getByRole('alert')
        .getByText(/.{20,}/)
        .first()
        .waitFor();
      expect(existsSync(join(dataDir, 'workspace'))).toBe(false);
    } finally {
      await opened?.close();
      opened = null;
      removeWorkspace({ dataDir });
    }
  });

  async function restore(desk: DeskPage, file = backup): Promise<void> {
    const { settings } = desk.words;
    desk.willChoose(file);
    await desk.button(settings.backup.choose).click();
    await desk.page.getByLabel(settings.backup.passphrase, { exact: true }).fill(passphrase);
    await desk.page.getByRole('main').getByRole('button', { name: settings.backup.restore, exact: true }).last().click();
  }
});

describe('a folder that holds something else', () => {
  it('is no place for a new desk, and the window says so', async () => {
    const dataDir = newDataDir();
    mkdirSync(join(dataDir, 'workspace'));
    writeFileSync(join(dataDir, 'workspace', 'holiday.txt'), 'Not a workspace.');
    try {
      opened = await DeskPage.open({ dataDir });
      await whenFault(opened, 'not-a-workspace');
      expect(readdirSync(join(dataDir, 'workspace'))).toEqual(['holiday.txt']);
    } finally {
      await opened?.close();
      opened = null;
      removeWorkspace({ dataDir });
    }
  });
});
