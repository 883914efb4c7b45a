import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { ShellBridge } from '../contract/bridge.ts';
import { channels, portGiven } from '../contract/limits.ts';

const request = (name: string, input: unknown): Promise<string> => ipcRenderer.invoke(channels.request, name, input);

/** The window's whole view of Electron: these functions, which give text. */
const bridge: ShellBridge<File> = {
  kind: 'electron',
  requestPort() {
    const { port1, port2 } = new MessageChannel();
    ipcRenderer.postMessage(channels.port, null, [port1]);
    window.postMessage(portGiven, location.origin, [port2]);
  },
  // A page can make a File, but not one with a path: only a file the person dropped or chose has that.
  offerFiles: (files) => request('offerPaths', { paths: files.map((file) => webUtils.getPathForFile(file)) }),
  beginFile: (name, sizeBytes) => request('beginFile', { name, sizeBytes }),
  addBytes: (upload, bytes) => request('addBytes', { upload, bytes }),
  endFile: (upload) => request('endFile', { upload }),
  onEvent: (listener) => void ipcRenderer.on(channels.event, (_event, json: string) => listener(json)),
};

contextBridge.exposeInMainWorld('nivaran', bridge);
