// The application's page: asks the host for what the address needs, and fetches the application meanwhile.
import '@fontsource-variable/inter/wght.css';
import '../ui/global.css';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import { connectHost } from '../host/connect-host.ts';
import { beginLoading } from '../ui/app-state.ts';
import { flushFields } from '../ui/flush.ts';
import { askForFirstScreen } from './first-screen.ts';

async function start(): Promise<void> {
  const endLoading = beginLoading();
  // The one-time code leaves the address before the router reads it.
  const host = connectHost(window);
  host.outbox.beforeLeaving(flushFields);
  const first = askForFirstScreen(host, window.location.hash.slice(1));
  const { showApplication } = await import('./application.tsx');
  await showApplication(host, first, endLoading);
}

void start();
