// What every page stands in: words, Mantine with our theme and nonce, light or dark.
import { MantineProvider, type MantineColorSchemeManager } from '@mantine/core';
import { useColorScheme } from '@mantine/hooks';
import type { i18n } from 'i18next';
import type { ReactNode } from 'react';
import type { Settings } from '../../shared/contract/contract.ts';
import { LanguageProvider } from '../ui/language-provider.tsx';
import { cssVariablesResolver, theme } from '../ui/theme.ts';

interface FrameProps {
  readonly words: i18n;
  readonly nonce: string;
  readonly theme: Settings['theme'];
  readonly children: ReactNode;
}

/** Mantine keeps no scheme in the page's storage, and is not asked what it keeps: reading storage holds up the first drawing. */
const noSchemeKept: MantineColorSchemeManager = {
  get: (usual) => usual,
  set: () => {},
  subscribe: () => {},
  unsubscribe: () => {},
  clear: () => {},
};

/** The scheme is forced from our own setting. */
export function Frame({ words, nonce, theme: wanted, children }: FrameProps): ReactNode {
  const system = useColorScheme('light', { getInitialValueInEffect: false });
  return (
    <LanguageProvider words={words}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariablesResolver}
        colorSchemeManager={noSchemeKept}
        forceColorScheme={wanted === 'system' ? system : wanted}
        getStyleNonce={() => nonce}
      >
        {children}
      </MantineProvider>
    </LanguageProvider>
  );
}
