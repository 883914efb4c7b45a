import type { Locator } from 'playwright-core';
import type { Platform } from '../../src-main/cases/contract.ts';
import type { DeskPage } from './desk-page.ts';
import { plural } from './desk-page-words.ts';

export interface FirstRunAnswers {
  organisation: string;
  platforms: Platform[];
  officer: string;
  passphrase: string;
}

/** What stands before the desk is open: the three first screens, unlocking, and faults. */
export class EntryPage {
  private readonly desk: DeskPage;

  constructor(desk: DeskPage) {
    this.desk = desk;
  }

  private get words() {
    return this.desk.words.unlock;
  }

  title(text: string): Locator {
    return this.desk.page.getByRole('heading', { level: 1, name: text, exact: true });
  }

  field(label: string): Locator {
    return this.desk.page.getByRole('textbox', { name: label, exact: true });
  }

  platform(id: Platform): Locator {
    return this.desk.page.getByRole('checkbox', { name: this.desk.words.words.platform[id] });
  }

  /** What stands at a field as its description or its error, by the field's own account. */
  async toldAt(field: Locator): Promise<string> {
    return field.evaluate((input) => {
      const ids = `${input.getAttribute('aria-errormessage') ?? ''} ${input.getAttribute('aria-describedby') ?? ''}`.split(' ');
      return ids.map((id) => (id ? (document.getElementById(id)?.textContent ?? '') : '')).join(' ');
    });
  }

  async fillOrganisation({ organisation, platforms }: Pick<FirstRunAnswers, 'organisation' | 'platforms'>): Promise<void> {
    await this.field(this.words.first.organisation).fill(organisation);
    for (const id of Object.keys(this.desk.words.words.platform) as Platform[]) await this.platform(id).setChecked(platforms.includes(id));
    await this.desk.button(this.desk.words.common.next).click();
    await this.title(this.words.officer.title).waitFor();
  }

  async fillOfficer({ officer, passphrase }: Pick<FirstRunAnswers, 'officer' | 'passphrase'>): Promise<void> {
    await this.field(this.words.officer.name).fill(officer);
    await this.field(this.words.officer.passphrase).fill(passphrase);
    await this.field(this.words.officer.again).fill(passphrase);
    await this.desk.button(this.words.officer.create).click();
  }

  /** The groups of the recovery code as they are printed. */
  async recoveryGroups(): Promise<string[]> {
    await this.title(this.words.recovery.title).waitFor();
    return this.desk.page.getByRole('list', { name: this.words.recovery.code }).getByRole('listitem').allTextContents();
  }

  async confirmRecovery(groups: string[]): Promise<void> {
    await this.desk.page.getByRole('textbox').fill(groups.at(-1) ?? '');
    await this.desk.button(this.words.recovery.done).click();
    await this.desk.whenOpen();
  }

  /** From the empty window to the open desk; answers the groups of the recovery code. */
  async firstRun(answers: FirstRunAnswers): Promise<string[]> {
    await this.fillOrganisation(answers);
    await this.fillOfficer(answers);
    const groups = await this.recoveryGroups();
    await this.confirmRecovery(groups);
    return groups;
  }

  get passphrase(): Locator {
    return this.field(this.words.passphrase);
  }

  async tryPassphrase(passphrase: string): Promise<void> {
    await this.passphrase.fill(passphrase);
    await this.passphrase.press('Enter');
  }

  async unlock(passphrase: string): Promise<void> {
    await this.title(this.words.title).waitFor();
    await this.tryPassphrase(passphrase);
    await this.desk.whenOpen();
  }

  /** The line that says how long the desk refuses to try again. */
  waiting(): Locator {
    const pattern = new RegExp(`${plural(this.words, 'wait', 2).replace('2', '\\d+')}|${plural(this.words, 'wait', 1)}`);
    return this.desk.page.getByRole('status').filter({ hasText: pattern });
  }

  /** The screen of a fault, by its title. */
  fault(code: keyof DeskPage['words']['fault']): Locator {
    return this.title(this.desk.words.fault[code].title);
  }

  /** The steps that the screen of a fault gives. */
  async steps(): Promise<string[]> {
    return this.desk.page.getByRole('main').getByRole('listitem').allTextContents();
  }
}
