/**
 * The parts of Electron that this shell uses. They are handed in, so that the same code runs on the
 * real thing and on the tests' small double.
 */
export type ElectronParts = Pick<
  typeof import('electron'),
  | 'app'
  | 'BrowserWindow'
  | 'dialog'
  | 'ipcMain'
  | 'Menu'
  | 'nativeImage'
  | 'nativeTheme'
  | 'Notification'
  | 'powerMonitor'
  | 'protocol'
  | 'session'
  | 'Tray'
  | 'utilityProcess'
>;
