// Before something of the past comes back: what would change now, in full; then it is one step, with the way back from it in a notice.
import { useEffect, useState, type ReactNode } from 'react';
import type { Executed } from '../../../shared/contract/answers.ts';
import type { Failure } from '../../../shared/contract/failures.ts';
import type { Differences } from '../../../shared/contract/history.ts';
import type { DescribedChange } from '../../../shared/document/describe.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useHost } from '../../state/host-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, useNotify } from '../../ui/dialogs.tsx';
import { flushFields } from '../../ui/flush.ts';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { ChangeList } from './change-list.tsx';
import { countWords } from './count-words.ts';
import { KeptFacts } from './kept-facts.tsx';
import classes from './changes.module.css';

/** Something that can come back. Keep it stable while the dialog is open. */
export interface GoingBack {
  readonly workshopId: string;
  readonly title: string;
  /** Which moment, in a sentence. */
  readonly moment: string;
  readonly act: string;
  readonly acting: string;
  /** What the notice says afterwards. */
  readonly done: string;
  readonly compare: () => Promise<Result<Differences, Failure>>;
  readonly restore: (commandId: string) => Promise<Result<Executed, Failure>>;
}

interface GoingBackDialogProps {
  readonly going: GoingBack;
  readonly onClose: () => void;
  /** Called after it is done, before the dialog closes. */
  readonly onDone?: () => void;
}

export function GoingBackDialog({ going, onClose, onDone }: GoingBackDialogProps): ReactNode {
  const t = useWords();
  const { act, isActing, problem } = useGoBack(going, () => {
    onDone?.();
    onClose();
  });
  const differences = useDifferences(going);
  const isNothing = differences?.ok === true && differences.value.changes.length === 0;
  const failure = problem ?? (differences?.ok === false ? differences.failure : null);
  return (
    <Dialog
      title={going.title}
      isOpen
      size="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            kind="primary"
            reason={differences?.ok !== true ? t('waiting') : isNothing ? t('history:preview.nothing') : null}
            onClick={() => void act()}
          >
            {isActing ? going.acting : going.act}
          </Button>
        </>
      }
    >
      <div className={classes.preview}>
        <p>
          {going.moment} {t('history:preview.undoable')}
        </p>
        {failure !== null && (
          <Note tone="danger">
            <p>{failureMessage(t, failure)}</p>
          </Note>
        )}
        {differences === null && <Waiting lines={4} />}
        {isNothing && <p>{t('history:preview.nothing')}</p>}
        {differences?.ok && <KeptFacts facts={differences.value.kept} />}
        {differences?.ok && !isNothing && <Preview differences={differences.value} />}
      </div>
    </Dialog>
  );
}

/** So many can be read one by one; of more the numbers are said first. */
const readOneByOne = 8;

function Preview({ differences: { changes, names, more, beyond } }: { readonly differences: Differences }): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const told = withoutCompanions(changes);
  return (
    <>
      <p>{t('history:preview.changes', { count: told.length + more })}</p>
      {told.length > readOneByOne && <p>{formats.list(countWords(t, told, beyond))}</p>}
      <ChangeList changes={told} names={names} more={more} />
    </>
  );
}

/** Two values are told with the record that holds them: they are an entry of their own only where nothing else of it changes. */
function withoutCompanions(changes: readonly DescribedChange[]): readonly DescribedChange[] {
  const others = new Set(changes.map(({ record: { collection, id } }) => `${collection} ${id}`));
  const isCompanion = ({ record: { collection, of } }: DescribedChange) =>
    collection === 'conflicts' && of !== null && others.has(`${of.collection} ${of.id}`);
  return changes.filter((change) => !isCompanion(change));
}

/** What it would change now; null while it is on its way. */
function useDifferences({ compare }: GoingBack): Result<Differences, Failure> | null {
  const [found, setFound] = useState<{ readonly by: GoingBack['compare']; readonly result: Result<Differences, Failure> } | null>(null);
  useEffect(() => {
    let isLeft = false;
    flushFields();
    void compare().then((result) => !isLeft && setFound({ by: compare, result }));
    return () => {
      isLeft = true;
    };
  }, [compare]);
  return found?.by === compare ? found.result : null;
}

function useGoBack(
  going: GoingBack,
  onDone: () => void,
): { readonly act: () => Promise<void>; readonly isActing: boolean; readonly problem: Failure | null } {
  const t = useWords();
  const { newId, outbox } = useHost();
  const notify = useNotify();
  const [isActing, setActing] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const undo = async (stepId: string) => {
    const answer = await outbox.undo(going.workshopId, stepId);
    if (!answer.ok) notify({ text: failureMessage(t, answer.failure) });
  };
  const act = async () => {
    if (isActing) return;
    setActing(true);
    const commandId = newId();
    const answer = await going.restore(commandId);
    setActing(false);
    if (!answer.ok) return setProblem(answer.failure);
    notify({ text: going.done, action: { label: t('undo'), run: () => void undo(commandId) } });
    onDone();
  };
  return { act, isActing, problem };
}
