// What has become of a tab's question whether it may come in.
import type { ReactNode } from 'react';
import type { Asking } from '../host/second-tab.ts';
import { useWords } from '../ui/language.ts';

/** Nothing before the first question. */
export function AskingWords({ asking }: { readonly asking: Asking }): ReactNode {
  const t = useWords();
  if (asking.kind === 'none') return null;
  return <p>{asking.kind === 'heard' ? t('connection.heard', { number: asking.number }) : t(`connection.${asking.kind}`)}</p>;
}
