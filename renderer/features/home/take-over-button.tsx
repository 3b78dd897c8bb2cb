// "Open anyway…": the way out when a computer that has the library open, by its lock, does not have it open any more. Only a person can know.
import type { ReactNode } from 'react';
import type { Failure } from '../../../shared/contract/failures.ts';
import { useClient } from '../../state/host-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useConfirm } from '../../ui/dialogs.tsx';
import { useWords } from '../../ui/language.ts';

interface TakeOverButtonProps {
  readonly problem: Failure | null;
  readonly onFailure: (failure: Failure) => void;
}

/** Shown for a library that is locked by another machine, and for nothing else. */
export function TakeOverButton({ problem, onFailure }: TakeOverButtonProps): ReactNode {
  const t = useWords();
  const client = useClient();
  const confirm = useConfirm();
  if (problem?.code !== 'library-in-use' || problem.isThisMachine) return null;
  const { machine, since } = problem;
  const ask = async () => {
    const isSure = await confirm({
      title: t('home:takeOver.title', { machine }),
      text: t('home:takeOver.text', { machine }),
      confirm: t('home:takeOver.confirm'),
    });
    if (!isSure) return;
    const answer = await client.library.takeOver({ machine, since });
    if (!answer.ok) onFailure(answer.failure);
  };
  return <Button onClick={() => void ask()}>{t('home:takeOver.do')}</Button>;
}
