import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeShell } from './conformance.ts';
import { buildTestPage } from './support/build-page.ts';
import { findElectronBinary, openElectron } from './support/electron-for-real.ts';
import { repositoryFile } from './support/page-driver.ts';

const binary = findElectronBinary();

if (binary === null) {
  describe('the Electron shell in Electron', () => {
    it('does not run here, because the Electron binary is not installed; the release workflow runs it', ({ annotate }) => {
      expect(findElectronBinary()).toBeNull();
      return annotate(
        `No Electron binary under ${repositoryFile('node_modules', 'electron')}: the shell was held against the double only.`,
        'notice',
      );
    });
  });
} else {
  let rendererDir = '';
  beforeAll(async () => {
    rendererDir = await buildTestPage();
  });
  afterAll(() => rmSync(rendererDir, { recursive: true, force: true }));
  describeShell('the Electron shell in Electron', () => openElectron(binary, rendererDir));
}
