/// <reference types="vite/client" />
// The least page of our interface library that shows something of a workshop: what our own pages are measured against.
import '@mantine/core/styles.css';
import { AppShell, MantineProvider, TextInput } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

interface Snapshot {
  readonly collections: { readonly workshop: readonly { readonly title: string }[] };
}

function FloorPage(): ReactNode {
  const [title, setTitle] = useState<string | null>(null);
  useEffect(() => {
    void fetch('snapshot.json')
      .then((response) => response.json() as Promise<Snapshot>)
      .then(({ collections }) => setTitle(collections.workshop[0]?.title ?? ''));
  }, []);
  return (
    <MantineProvider>
      <AppShell>
        <AppShell.Main>
          {title !== null && <TextInput label="Title" value={title} onChange={(event) => setTitle(event.target.value)} />}
        </AppShell.Main>
      </AppShell>
    </MantineProvider>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(<FloorPage />);
