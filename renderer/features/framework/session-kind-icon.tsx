// The icon of a session's kind. It stands beside the kind's word or carries it as its spoken name.
import { IconClipboardList, IconCoffee, IconMessages, IconPresentation, IconToolsKitchen2, IconUsers, IconWalk } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { SessionKind } from '../../../shared/domain/agenda/template.ts';
import { useWords } from '../../ui/language.ts';

const icons = {
  plenary: IconPresentation,
  'country-team': IconUsers,
  'topic-group': IconMessages,
  break: IconCoffee,
  lunch: IconToolsKitchen2,
  desk: IconClipboardList,
  energiser: IconWalk,
} as const satisfies Record<SessionKind, unknown>;

/** @param isSpoken true where no word stands beside it */
export function SessionKindIcon({ kind, isSpoken = false }: { readonly kind: SessionKind; readonly isSpoken?: boolean }): ReactNode {
  const t = useWords();
  const Icon = icons[kind];
  if (!isSpoken) return <Icon size={16} stroke={1.75} aria-hidden />;
  return (
    <>
      <Icon size={16} stroke={1.75} aria-hidden />
      <span className="visually-hidden">{t(`framework:sessionKind.${kind}`)}</span>
    </>
  );
}
