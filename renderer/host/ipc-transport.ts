// The desktop shell's transport: the bridge that preload offers. The host lives as long as its windows, so the connection is always open.
import { err } from '../../shared/kernel/result.ts';
import { refusalFor, type DesktopBridge } from '../../shared/contract/wire.ts';
import { observable } from './observable.ts';
import { refusalByReading } from './readable-file.ts';
import type { Transport } from './transport.ts';

export function createIpcTransport(bridge: DesktopBridge): Transport {
  return {
    request: ({ area, name, input }) => bridge.request(area, name, input),
    subscribe: bridge.subscribe,
    connection: observable('open'),
    uploadFile: async (file, purpose) => {
      const refusal = refusalFor(purpose, file.name, file.size) ?? (await refusalByReading(file));
      if (refusal) return err(refusal);
      return bridge.receiveFile(file.name, await file.arrayBuffer());
    },
    // The shell keeps a closing window until the page has said that everything was sent (leave-window.ts).
    sendLast: () => {},
    enter: () => {},
  };
}
