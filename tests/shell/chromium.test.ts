import { rmSync } from 'node:fs';
import { afterAll, beforeAll } from 'vitest';
import { describeShell } from './conformance.ts';
import { buildTestPage } from './support/build-page.ts';
import { openChromium } from './support/chromium-under-test.ts';

let rendererDir = '';
beforeAll(async () => {
  rendererDir = await buildTestPage();
});
afterAll(() => rmSync(rendererDir, { recursive: true, force: true }));

describeShell('the Chromium shell', () => openChromium(rendererDir));
