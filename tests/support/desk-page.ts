import type { Locator, Page } from 'playwright-core';
import { en } from '../../src-renderer/app/i18n/en/index.ts';
import { hi } from '../../src-renderer/app/i18n/hi/index.ts';
import { launchProduct } from '../shell/support/launch-product.ts';
import { CasePage } from './desk-page-case.ts';
import { EntryPage } from './desk-page-entry.ts';
import { IntakePage } from './desk-page-intake.ts';
import { QueuePage } from './desk-page-queue.ts';
import { fill, patternOf } from './desk-page-words.ts';

export type Words = typeof en;
export type Room = 'today' | 'queue' | 'audit' | 'settings';

export interface OpenOptions {
  dataDir?: string;
  demo?: boolean;
  /** Takes away what was made for this window, once it is closed. */
  remove?: () => void;
}

/** Where the window's own files come from, in either shell; anything else is the world outside. */
const own = /^(?:https:\/\/(?:app|mail)\.invalid\/|app:|mail-content:|blob:|data:)/;

/** The window as a person has it before her: everything is found by its role and by the window's own words. */
export class DeskPage {
  readonly page: Page;
  readonly dataDir: string;
  /** Errors of the console, of the page and of its policy, and requests that would have left the window. */
  readonly troubles: string[] = [];
  readonly entry: EntryPage;
  readonly queue: QueuePage;
  readonly case: CasePage;
  readonly intake: IntakePage;
  words: Words = en;
  private readonly end: () => Promise<void>;

  private constructor(page: Page, dataDir: string, end: () => Promise<void>) {
    this.page = page;
    this.dataDir = dataDir;
    this.end = end;
    this.entry = new EntryPage(this);
    this.queue = new QueuePage(this);
    this.case = new CasePage(this);
    this.intake = new IntakePage(this);
    // A guard against waiting for ever, not a measure.
    page.setDefaultTimeout(40_000);
    this.watch();
  }

  /** Starts the built product as a person would; without a data folder it gets a new one, gone after `close`. */
  static async open({ dataDir, demo }: OpenOptions = {}): Promise<DeskPage> {
    const { page, dataDir: folder, close } = await launchProduct({ ...(dataDir ? { dataDir } : {}), demo: demo ?? false });
    return new DeskPage(page, folder, close);
  }

  async close(): Promise<void> {
    await this.end();
  }

  /** From here on the window is read by its Hindi words, or by the English ones again. */
  reads(language: 'en' | 'hi'): void {
    this.words = language === 'hi' ? hi : en;
  }

  button(name: string | RegExp, within: Page | Locator = this.page): Locator {
    return within.getByRole('button', { name, exact: typeof name === 'string' });
  }

  text(text: string | RegExp, within: Page | Locator = this.page): Locator {
    return within.getByText(text, { exact: typeof text === 'string' });
  }

  dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name });
  }

  /** What has the focus, as a screen reader tells it: 'button "Save"'. */
  async focused(): Promise<string> {
    const found = this.page.locator(':focus');
    if ((await found.count()) === 0) return 'nothing';
    const [first = ''] = (await found.first().ariaSnapshot()).split('\n');
    return first.replace(/^- /, '').replace(/^'(.*)'$/, '$1');
  }

  /** Waits until this has the focus. */
  async whenFocused(place: Locator): Promise<void> {
    await place.and(this.page.locator(':focus')).waitFor();
  }

  /** Presses keys one after the other. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Presses Tab until this has the focus; answers how many times. A person gives up after `most`. */
  async tabTo(place: Locator, most = 60, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<number> {
    const stops: string[] = [];
    for (let pressed = 0; pressed <= most; pressed += 1) {
      if ((await place.and(this.page.locator(':focus')).count()) > 0) return pressed;
      stops.push(await this.focused());
      await this.press(key);
    }
    throw new Error(`${key} does not lead there in ${most} presses. It leads to: ${stops.join(' · ')}`);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.insertText(text);
  }

  get rail(): Locator {
    return this.page.getByRole('navigation', { name: this.words.app.rooms.label });
  }

  get foot(): Locator {
    return this.page.getByRole('contentinfo');
  }

  /** The desk with its rail, ready to be worked at. */
  async whenOpen(): Promise<void> {
    await this.rail.waitFor();
  }

  async goTo(room: Room): Promise<void> {
    await this.rail.getByRole('link', { name: new RegExp(`^${this.words.app.rooms[room]}`) }).click();
    if (room === 'queue') await this.page.getByRole('heading', { level: 1, name: this.words.queue.title }).waitFor();
    else await this.page.getByRole('heading', { level: 1 }).and(this.page.getByText(/./)).first().waitFor();
  }

  /** How many entries the journal has, by the foot of the window. */
  async record(): Promise<number> {
    const { record, recordVerified, recordBroken } = this.words.app;
    const shown = await this.button(patternOf(record, recordVerified, recordBroken), this.foot).textContent();
    return Number((shown ?? '').replace(/\D/g, ''));
  }

  /** Waits until the foot of the window tells of another number of entries than `before`; answers how many. */
  async whenRecordMoves(before: number): Promise<number> {
    const { record, recordVerified, recordBroken } = this.words.app;
    const shown = patternOf(...[record, recordVerified, recordBroken].map((text) => fill(text, { n: before.toLocaleString('en-IN') })));
    await this.button(shown, this.foot).waitFor({ state: 'detached' });
    return this.record();
  }

  async lock(): Promise<void> {
    await this.button(new RegExp(this.words.app.lockNow), this.foot).click();
    await this.entry.title(this.words.unlock.title).waitFor();
  }

  /** Does something that saves a file; answers where the window says it lies. */
  async savedBy(act: () => Promise<void>, within: Page | Locator = this.page): Promise<string> {
    const [before = '', after = ''] = this.words.common.savedTo.split('{{path}}');
    await act();
    const told = within.getByText(new RegExp(`^${before}.+${after}$`)).last();
    await told.waitFor();
    return ((await told.textContent()) ?? '').slice(before.length).trim();
  }

  toast(text: string | RegExp): Locator {
    return this.page.getByRole('alert').filter({ hasText: text });
  }

  /** Drops files on the window as a file manager does. */
  async drop(files: { name: string; bytes: Uint8Array; type?: string }[]): Promise<void> {
    const sent = files.map(({ name, bytes, type }) => ({ name, type: type ?? '', base64: Buffer.from(bytes).toString('base64') }));
    const transfer = await this.page.evaluateHandle((all) => {
      const data = new DataTransfer();
      for (const { name, type, base64 } of all) {
        data.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name, { type }));
      }
      return data;
    }, sent);
    const body = this.page.locator('body');
    for (const event of ['dragenter', 'dragover', 'drop']) await body.dispatchEvent(event, { dataTransfer: transfer });
    await transfer.dispose();
  }

  /** Answers the next file dialog with these paths. */
  willChoose(...paths: string[]): void {
    this.page.once('filechooser', (chooser) => void chooser.setFiles(paths));
  }

  private watch(): void {
    const { page, troubles } = this;
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') troubles.push(`${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => troubles.push(`page: ${error.message}`));
    page.on('request', (request) => {
      if (!own.test(request.url())) troubles.push(`request: ${request.method()} ${request.url()}`);
    });
  }
}
