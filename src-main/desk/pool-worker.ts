import { createHash } from 'node:crypto';
import { parentOfChild } from '../shell/contract/child.ts';
import { serveTasks } from './pool-serve.ts';

// Each task loads what it needs when it is first asked for: a worker that reads mail holds no fonts.
serveTasks(parentOfChild(process), {
  async mail(bytes) {
    const { readMail } = await import('../intake/mail/mask.ts');
    return readMail(bytes);
  },
  async letter(model, { fontsDir }) {
    const { renderLetter } = await import('../letters/layout/render.ts');
    return renderLetter(model, fontsDir);
  },
  async report(model, { fontsDir }) {
    const { renderReport } = await import('../letters/layout/report.ts');
    return renderReport(model, fontsDir);
  },
  async zip(order) {
    const { writeZip } = await import('../packages/zip.ts');
    return writeZip(order);
  },
  async burn(order) {
    const { burn } = await import('../packages/burn.ts');
    return burn(order);
  },
  async hash(bytes) {
    return createHash('sha256').update(bytes).digest('hex');
  },
});
