// Another tab of this browser asks to come in: the one question that a person answers with a click, here, where the host is connected.
import { useEffect, type ReactNode } from 'react';
import type { AnswerOtherTabs } from '../../host/second-tab.ts';
import { useHost } from '../../state/host-context.tsx';
import { useObservable } from '../../state/use-observable.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import classes from './shell.module.css';

export function SecondTabNote(): ReactNode {
  const { otherTabs } = useHost();
  return otherTabs && <Question answer={otherTabs.answer} />;
}

function Question({ answer }: { readonly answer: AnswerOtherTabs }): ReactNode {
  const t = useWords();
  const asking = useObservable(answer.asking);
  const isAsked = asking !== null;
  const title = t('connection.secondTabTitle');
  // This tab lies behind the one that asks: its name says where the question stands.
  useEffect(() => {
    if (!isAsked) return undefined;
    const before = document.title;
    document.title = title;
    return () => {
      if (document.title === title) document.title = before;
    };
  }, [isAsked, title]);
  if (asking === null) return null;
  return (
    <div className={`${classes.notes} ${classes.pinned}`}>
      <Note
        tone="warning"
        title={title}
        actions={
          <>
            <Button onClick={answer.refuse}>{t('connection.refuse')}</Button>
            <Button kind="primary" onClick={() => void answer.allow()}>
              {t('connection.allow')}
            </Button>
          </>
        }
      >
        <p>{t('connection.secondTab', { number: asking.number })}</p>
      </Note>
    </div>
  );
}
