// What every page stands in: words, Mantine with our theme and nonce, light or dark.
import { MantineProvider } from '@mantine/core';
import { useColorScheme } from '@mantine/hooks';
import type { i18n } from 'i18next';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { Settings } from '../../shared/contract/contract.ts';
import { cssVariablesResolver, theme } from '../ui/theme.ts';

interface FrameProps {
  readonly words: i18n;
  readonly nonce: string;
  readonly theme: Settings['theme'];
  readonly children: ReactNode;
}

/** The scheme is forced from our own setting, so that Mantine keeps none in the page's storage. */
export function Frame({ words, nonce, theme: wanted, children }: FrameProps): ReactNode {
  const system = useColorScheme('light', { getInitialValueInEffect: false });
  return (
    <I18nextProvider i18n={words}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariablesResolver}
        forceColorScheme={wanted === 'system' ? system : wanted}
        getStyleNonce={() => nonce}
      >
        {children}
      </MantineProvider>
    </I18nextProvider>
  );
}
