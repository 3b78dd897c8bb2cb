// Bringing something of a moment back, as the preview dialog needs it.
import type { Scope } from '../../../shared/contract/history.ts';
import { useClient } from '../../state/host-context.tsx';
import { useWords } from '../../ui/language.ts';
import type { GoingBack } from '../changes/going-back-dialog.tsx';

interface Wanted {
  readonly workshopId: string;
  readonly revision: number;
  readonly scope: Scope;
  /** "on 20 March 2026, 10:42" */
  readonly when: string;
  /** The record or the plan, in words; '' for everything. */
  readonly name: string;
}

/** @returns a function that makes the offer; keep what it made while the dialog is open */
export function useGoingBack(): (wanted: Wanted) => GoingBack {
  const t = useWords();
  const { history } = useClient();
  return ({ workshopId, revision, scope, when, name }) => ({
    workshopId,
    title: {
      record: t('history:preview.recordTitle', { record: name }),
      plan: t('history:preview.planTitle', { plan: name }),
      workshop: t('history:preview.allTitle'),
    }[scope.kind],
    moment: t('history:preview.moment', { when }),
    act: t('history:preview.act'),
    acting: t('history:preview.acting'),
    done: t(`history:done.${scope.kind}`, { record: name, when }),
    compare: () => history.compare({ workshopId, revision, scope }),
    restore: (commandId) => history.restore({ workshopId, revision, scope, commandId }),
  });
}
