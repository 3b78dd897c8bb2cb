// The state of a plan as icon and word, wherever plans are listed.
import { IconCircleCheck, IconCircleDashed, IconPencil, IconRosetteDiscountCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { assertNever } from '../../../shared/kernel/assert-never.ts';
import { useWords } from '../../ui/language.ts';
import { StatusWord } from '../../ui/words.tsx';
import type { PlanState } from './team-plans.ts';

const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

export function PlanStateWord({ state }: { readonly state: PlanState }): ReactNode {
  const t = useWords();
  switch (state.kind) {
    case 'open':
      return (
        <StatusWord tone="quiet" icon={<IconCircleDashed {...icon} />}>
          {t('plans:list.open', { count: state.left })}
        </StatusWord>
      );
    case 'ready':
      return (
        <StatusWord tone="accent" icon={<IconCircleCheck {...icon} />}>
          {t('plans:list.ready')}
        </StatusWord>
      );
    case 'signed':
      return (
        <StatusWord tone="accent" icon={<IconRosetteDiscountCheck {...icon} />}>
          {t('plans:list.signed', { version: state.version })}
        </StatusWord>
      );
    case 'changing':
      return (
        <StatusWord tone="quiet" icon={<IconPencil {...icon} />}>
          {t('plans:list.changing', { signed: state.signed, draft: state.draft })}
        </StatusWord>
      );
    default:
      return assertNever(state);
  }
}
