// "Open anyway…": the way out when the library, by its lock, is open on another computer or in another window and is not. Only a person can know.
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

/** Shown where the lock does not prove that the library is open, and nowhere else. */
export function TakeOverButton({ problem, onFailure }: TakeOverButtonProps): ReactNode {
  const t = useWords();
  const client = useClient();
  const confirm = useConfirm();
  if (problem?.code !== 'library-in-use' || problem.isCertain) return null;
  const { machine, since, isThisMachine } = problem;
  const ask = async () => {
    const isSure = await confirm({
      title: isThisMachine ? t('home:takeOver.titleHere') : t('home:takeOver.title', { machine }),
      text: isThisMachine ? t('home:takeOver.textHere') : t('home:takeOver.text', { machine }),
      confirm: t(isThisMachine ? 'home:takeOver.confirmHere' : 'home:takeOver.confirm'),
    });
    if (!isSure) return;
    const answer = await client.library.takeOver({ machine, since });
    if (!answer.ok) onFailure(answer.failure);
  };
  return <Button onClick={() => void ask()}>{t('home:takeOver.do')}</Button>;
}
