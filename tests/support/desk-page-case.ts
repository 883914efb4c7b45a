import type { Locator } from 'playwright-core';
import type { DeskPage } from './desk-page.ts';
import { fill } from './desk-page-words.ts';

type Tab = 'timeline' | 'facts' | 'items' | 'letters' | 'evidence';

/** One case beside the queue, and what is done to it. */
export class CasePage {
  private readonly desk: DeskPage;

  constructor(desk: DeskPage) {
    this.desk = desk;
  }

  private get words() {
    return this.desk.words.case;
  }

  get pane(): Locator {
    return this.desk.page.getByRole('article', { name: new RegExp(`^${fill(this.words.label, { ref: '' })}`) });
  }

  async whenOpen(ref: string): Promise<void> {
    const pane = this.desk.page.getByRole('article', { name: fill(this.words.label, { ref }) });
    await pane.getByRole('heading', { level: 2 }).waitFor();
  }

  /** The ticket of the open case. */
  async ref(): Promise<string> {
    await this.pane.getByRole('heading', { level: 2 }).waitFor();
    const label = (await this.pane.getAttribute('aria-label')) ?? '';
    return label.slice(fill(this.words.label, { ref: '' }).length);
  }

  get clocks(): Locator {
    return this.pane.getByRole('region', { name: this.words.clocks });
  }

  get nextStep(): Locator {
    return this.pane.getByRole('region', { name: this.words.nextStep });
  }

  /** Waits until the desk offers this step. */
  async whenNext(step: keyof DeskPage['words']['case']['next']): Promise<void> {
    await this.nextStep.getByText(this.words.next[step].title, { exact: true }).first().waitFor();
  }

  /** The form or letter that is being worked on, by the act's name. */
  panel(name: string): Locator {
    return this.pane.getByRole('region', { name, exact: true });
  }

  async tab(tab: Tab): Promise<Locator> {
    await this.pane.getByRole('tab', { name: new RegExp(`^${this.words.tabs[tab]}`) }).click();
    return this.pane.getByRole('tabpanel', { name: new RegExp(`^${this.words.tabs[tab]}`) });
  }

  /** The titles of the timeline, oldest first. */
  async timeline(): Promise<string[]> {
    const panel = await this.tab('timeline');
    const items = await panel.getByRole('listitem').all();
    return Promise.all(items.map(async (item) => ((await item.getByRole('paragraph').first().textContent()) ?? '').trim()));
  }

  /** Waits until the timeline holds an entry under this title. */
  async whenTimelineShows(title: string): Promise<void> {
    const panel = await this.tab('timeline');
    await panel.getByRole('listitem').getByText(title, { exact: true }).first().waitFor();
  }

  /** Chooses an act from the menu of the case. */
  async choose(act: string): Promise<void> {
    await this.desk.button(this.words.acts, this.pane).click();
    // Its key stands after its name.
    await this.desk.page.getByRole('menuitem', { name: new RegExp(`^${act}( \\S)?$`) }).click();
  }
}
