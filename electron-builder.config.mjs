// Packages for three systems, each installed for one person without administrator's rights (docs/shells.md).
import { join } from 'node:path';
import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';

/**
 * All of Electron's fuses, by name. A fuse that a later Electron adds breaks the build until it is decided here.
 * electron-builder's own list knows eight of the nine, so they are flipped below by @electron/fuses itself.
 */
export const fuses = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
};

/** The program inside an unpacked application, where its fuses are. */
export function programOf({ appOutDir, electronPlatformName, packager }) {
  if (electronPlatformName === 'darwin') return join(appOutDir, `${packager.appInfo.productFilename}.app`);
  if (electronPlatformName === 'win32') return join(appOutDir, `${packager.appInfo.productFilename}.exe`);
  return join(appOutDir, packager.executableName);
}

/** Names of fuses that are not as decided, read back from a packaged program. */
export async function wrongFuses(program) {
  const wire = await getCurrentFuseWire(program);
  const wrong = Object.entries(fuses).filter(([fuse, isOn]) => wire[fuse] !== (isOn ? FuseState.ENABLE : FuseState.DISABLE));
  return wrong.map(([fuse]) => FuseV1Options[fuse]);
}

async function setFuses(context) {
  const program = programOf(context);
  const resetAdHocDarwinSignature = context.electronPlatformName === 'darwin';
  await flipFuses(program, { version: FuseVersion.V1, strictlyRequireAllFuses: true, resetAdHocDarwinSignature, ...fuses });
  const wrong = await wrongFuses(program);
  if (wrong.length > 0) throw new Error(`These fuses were not set: ${wrong.join(', ')}`);
}

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'in.nivaran.desk',
  productName: 'Nivaran',
  // A .deb must name who keeps it and where it comes from.
  extraMetadata: { author: 'The Nivaran project <maintainers@nivaran.invalid>', homepage: 'https://nivaran.invalid/' },
  directories: { output: 'build-out', buildResources: 'resources/icons' },
  // The other shell and what only it needs stay behind.
  files: ['out/**', 'package.json', '!out/main/chromium.js', '!node_modules/playwright-core/**', '!**/*.map'],
  asar: true,
  // A shared library cannot be loaded from inside an archive.
  asarUnpack: ['**/*.node'],
  extraResources: [
    { from: 'resources', to: 'resources', filter: ['**/*', '!icons/**'] },
    { from: 'db/migrations', to: 'db/migrations' },
  ],
  // The native modules come with their binaries; nothing is compiled and nothing is fetched.
  npmRebuild: false,
  publish: null,
  afterPack: setFuses,
  // One architecture a machine: the password hash's binary is installed for the machine that packages.
  win: { target: 'nsis' },
  nsis: { oneClick: false, perMachine: false, allowElevation: false, deleteAppDataOnUninstall: false },
  mac: {
    target: 'dmg',
    category: 'public.app-category.business',
    hardenedRuntime: true,
    gatekeeperAssess: false,
  },
  linux: {
    target: ['AppImage', 'deb'],
    category: 'Office',
    executableName: 'nivaran',
    synopsis: 'The desk of a grievance officer',
  },
};
