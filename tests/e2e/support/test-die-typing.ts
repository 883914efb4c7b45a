import { DeskPage } from '../../support/desk-page.ts';

/** Types half a complaint, says so once the desk has it, and waits for its end. */
const [dataDir = '', passphrase = ''] = process.argv.slice(2);
const desk = await DeskPage.open({ dataDir });
await desk.entry.unlock(passphrase);
await desk.intake.begin();
await desk.intake.field(desk.words.intake.subject).fill('Typed before the power failed');
await desk.intake.field(desk.words.intake.items).fill('https://posts.example/1');
// Closed and opened again, the sheet shows what the desk has kept, not what the window remembers.
await desk.press('Escape');
await desk.intake.sheet.waitFor({ state: 'detached' });
await desk.intake.begin();
await desk.button(desk.words.common.draftDiscard, desk.intake.sheet).waitFor();
process.stdout.write('typed\n');
await new Promise(() => {});
