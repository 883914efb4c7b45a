import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Platform, platforms } from '../../src-main/cases/contract.ts';
import { addDemoCases } from '../../src-main/demo/index.ts';
import { demoWorkspace } from '../../src-main/desk/session.ts';
import { launchChromiumShell } from '../../src-main/shell/chromium/launch.ts';
import { closeDesk, createDesk } from '../../src-main/workspace/index.ts';
import { type Figure, figure, median } from './figures.ts';

const rounds = 5;

/** A data folder whose sample workspace holds so many cases. */
async function prepared(cases: number): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'nivaran-window-'));
  const { desk } = await createDesk(join(dataDir, 'demo-workspace'), demoWorkspace([...platforms] as Platform[]));
  await addDemoCases(desk, cases);
  await closeDesk(desk);
  return dataDir;
}

/** Milliseconds from start to a queue that answers the keyboard. */
async function firstWindow(dataDir: string): Promise<number> {
  const start = performance.now();
  const { page, close } = await launchChromiumShell({ dataDir, headless: true, demo: true });
  try {
    await page.getByRole('grid').or(page.getByText('No open cases')).first().waitFor();
    return performance.now() - start;
  } finally {
    await close();
  }
}

/** The first window with so many cases against the same with none, in turn. */
export async function benchWindow(cases: number): Promise<Figure[]> {
  const [full, empty] = [await prepared(cases), await prepared(0)];
  const [ours, reference]: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round += 1) {
    const [mine, theirs] = [await firstWindow(full), await firstWindow(empty)];
    if (round === 0) continue;
    ours.push(mine);
    reference.push(theirs);
  }
  for (const dir of [full, empty]) rmSync(dir, { recursive: true, force: true });
  return [figure('first window', 'ms', median(ours), median(reference), '<= 1.3x of the same without cases', { cases })];
}
