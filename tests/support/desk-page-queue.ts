import type { Locator } from 'playwright-core';
import type { DeskPage } from './desk-page.ts';

type Band = 'overdue' | 'under-2h' | 'under-24h' | 'under-3d' | 'later';

/** The queue: its filters, its grid and its search. */
export class QueuePage {
  private readonly desk: DeskPage;

  constructor(desk: DeskPage) {
    this.desk = desk;
  }

  private get words() {
    return this.desk.words.queue;
  }

  get grid(): Locator {
    return this.desk.page.getByRole('grid', { name: this.words.title });
  }

  /** Waits until rows are drawn. */
  async whenReady(): Promise<void> {
    await this.grid.getByRole('gridcell').first().waitFor();
  }

  /** The row of a case. */
  row(ref: string): Locator {
    return this.grid.getByRole('row').filter({ hasText: ref });
  }

  /** The row at a place of the whole list, counted from 1. */
  rowAt(place: number): Locator {
    return this.grid.locator(`[role="row"][aria-rowindex="${place + 1}"]`);
  }

  async refAt(place: number): Promise<string> {
    return ((await this.rowAt(place).getByRole('gridcell').first().textContent()) ?? '').trim();
  }

  /** The row under the cursor, by the grid's own account to screen readers; counted from 1. */
  async cursor(): Promise<number> {
    const id = await this.grid.getAttribute('aria-activedescendant');
    const row = id ? this.desk.page.locator(`[id="${id}"]`) : null;
    return Number((await row?.getAttribute('aria-rowindex')) ?? 1) - 1;
  }

  /** Waits until the cursor stands at a place and its row is drawn with its case. */
  async whenCursorAt(place: number): Promise<void> {
    await this.desk.page.waitForFunction((wanted) => {
      const grid = document.querySelector('[role="grid"]');
      const row = document.getElementById(grid?.getAttribute('aria-activedescendant') ?? '');
      return row?.getAttribute('aria-rowindex') === String(wanted + 1) && /\d/.test(row.textContent ?? '');
    }, place);
  }

  /** Rows of the whole list, as the grid tells screen readers. */
  async rowCount(): Promise<number> {
    return Number(await this.grid.getAttribute('aria-rowcount')) - 1;
  }

  get toolbar(): Locator {
    return this.desk.page.getByRole('toolbar', { name: this.words.filters });
  }

  band(band: Band): Locator {
    return this.toolbar.getByRole('button', { name: new RegExp(`^(?:[\\d,]+|–) ${this.words.bands[band]}$`) });
  }

  async bandCount(band: Band): Promise<number> {
    await this.toolbar.getByRole('button', { name: new RegExp(`^[\\d,]+ ${this.words.bands[band]}$`) }).waitFor();
    return Number(((await this.band(band).textContent()) ?? '').split(' ')[0]?.replace(/,/g, ''));
  }

  /** Waits until the line that counts says so many, open or closed. */
  async whenTotal(n: number, sort: 'total' | 'totalClosed' = 'total'): Promise<void> {
    const said = this.words[`${sort}_${n === 1 ? 'one' : 'other'}`].replace('{{n}}', n.toLocaleString('en-IN'));
    await this.toolbar.getByText(said, { exact: true }).waitFor();
  }

  view(name: string): Locator {
    return this.desk.rail.getByRole('button', { name: new RegExp(`^${name} `) });
  }

  get search(): Locator {
    return this.desk.page.getByRole('searchbox', { name: this.desk.words.app.search });
  }

  async clear(): Promise<void> {
    await this.desk.button(this.words.clear, this.toolbar).click();
    await this.desk.button(this.words.clear, this.toolbar).waitFor({ state: 'detached' });
  }

  async open(ref: string): Promise<void> {
    await this.row(ref).click();
    await this.desk.case.whenOpen(ref);
  }
}
