// The projector's page, as ordered steps. It loads only what it shows.
import '@fontsource-variable/inter/wght.css';
import './projector.css';
import { Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { connectHost } from '../host/connect-host.ts';
import { loadable } from '../host/loadable.ts';
import { ContentProvider } from '../state/content-context.tsx';
import { HostProvider } from '../state/host-context.tsx';
import { WorkshopProvider } from '../state/workshop-context.tsx';
import { openWorkshopSession } from '../state/workshop-session.ts';
import { beginLoading } from '../ui/app-state.ts';
import { Ended, Projector } from './projector.tsx';

async function start(): Promise<void> {
  const endLoading = beginLoading();
  const host = connectHost(window);
  const root = createRoot(document.getElementById('root') as HTMLElement);
  const showEnd = () => {
    const connection = host.connection.get();
    if (connection !== 'code-used' && connection !== 'code-expired' && connection !== 'no-code') return;
    root.render(<Ended />);
    endLoading();
  };
  host.connection.subscribe(showEnd);
  showEnd();
  const answer = await host.client.app.start({});
  if (!answer.ok) return;
  const content = loadable(() => host.client.app.content({}));
  const opened = answer.value.workshopId === null ? null : await openWorkshopSession(host, answer.value.workshopId);
  root.render(
    opened?.ok ? (
      <HostProvider host={host} start={answer.value}>
        <ContentProvider content={content}>
          <WorkshopProvider session={opened.value}>
            <Suspense fallback={null}>
              <Projector onReady={endLoading} />
            </Suspense>
          </WorkshopProvider>
        </ContentProvider>
      </HostProvider>
    ) : (
      <Ended />
    ),
  );
  if (!opened?.ok) endLoading();
}

void start();
