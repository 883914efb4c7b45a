import type { Locator } from 'playwright-core';
import type { DeskPage } from './desk-page.ts';

/** The sheet of a new case, and the sheet that takes mail in. */
export class IntakePage {
  private readonly desk: DeskPage;

  constructor(desk: DeskPage) {
    this.desk = desk;
  }

  private get words() {
    return this.desk.words.intake;
  }

  get sheet(): Locator {
    return this.desk.dialog(this.words.title);
  }

  /** The first question. */
  get urgency(): Locator {
    return this.sheet.getByRole('radiogroup', { name: this.words.urgent.question });
  }

  field(label: string): Locator {
    return this.sheet.getByLabel(label, { exact: true });
  }

  /** The clocks that would run, as the sheet foretells them. */
  get clocks(): Locator {
    return this.sheet.getByRole('region', { name: this.words.clocks });
  }

  async begin(): Promise<void> {
    await this.desk.press('Control+n');
    await this.urgency.waitFor();
  }

  /** Files a complaint with the mouse and the keyboard; answers its ticket. */
  async file(answers: {
    subject: string;
    urgency?: 'no' | 'intimate' | 'child' | 'threat';
    name?: string;
    email?: string;
    items?: string[];
    kind?: string;
  }): Promise<string> {
    await this.begin();
    await this.urgency.getByRole('radio', { name: this.words.urgent[answers.urgency ?? 'no'] }).click();
    if (answers.kind !== undefined) await this.chooseKind(answers.kind);
    await this.field(this.words.name).fill(answers.name ?? 'A. Example');
    await this.field(this.words.email).fill(answers.email ?? 'a@mail.example');
    await this.field(this.words.subject).fill(answers.subject);
    if (answers.items) await this.field(this.words.items).fill(answers.items.join('\n'));
    await this.desk.button(new RegExp(`^${this.words.save}`), this.sheet).click();
    await this.sheet.waitFor({ state: 'detached' });
    return this.desk.case.ref();
  }

  async chooseKind(name: string): Promise<void> {
    await this.field(this.words.kind).first().fill(name);
    await this.desk.page.getByRole('option', { name, exact: true }).click();
  }

  get importSheet(): Locator {
    return this.desk.dialog(this.words.import.title);
  }

  /** Imports what was dropped or chosen for a platform; answers what the sheet says came of it. */
  async import(platform: string): Promise<string> {
    const choice = this.importSheet.getByRole('combobox', { name: this.words.import.platform });
    if ((await choice.count()) > 0) await choice.selectOption({ label: platform });
    await this.desk.button(this.words.import.begin, this.importSheet).click();
    const sum = this.importSheet.getByText(/\d+ read, \d+ new cases/);
    await sum.waitFor();
    return (await sum.textContent()) ?? '';
  }

  async close(): Promise<void> {
    await this.desk.press('Escape');
    await this.importSheet.waitFor({ state: 'detached' });
  }
}
