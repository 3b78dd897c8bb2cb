// Runs in each window before its page and offers the bridge to the host: named functions only, never ipcRenderer or its events.
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { DesktopBridge, WireEvent } from '../shared/contract/wire.ts';
import { eventChannel, requestChannel, type DesktopMessage } from './desktop/channels.ts';

const bridge: DesktopBridge = {
  shell: 'desktop',
  request: (area, name, input) => ask({ kind: 'request', area, name, input }),
  receiveFile: (fileName, bytes) => ask({ kind: 'file', fileName, bytes }) as ReturnType<DesktopBridge['receiveFile']>,
  subscribe: (listener) => {
    const heard = (_event: IpcRendererEvent, event: WireEvent) => listener(event);
    ipcRenderer.on(eventChannel, heard);
    return () => ipcRenderer.off(eventChannel, heard);
  },
};

function ask(message: DesktopMessage): ReturnType<DesktopBridge['request']> {
  return ipcRenderer.invoke(requestChannel, message) as ReturnType<DesktopBridge['request']>;
}

contextBridge.exposeInMainWorld('hrh', bridge);
