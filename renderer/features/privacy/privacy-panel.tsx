// Prepare, Basics: what the workshop still remembers of people, and how to make it forget.
import type { ReactNode } from 'react';
import { useSessionState } from '../../state/workshop-context.tsx';
import { useWords } from '../../ui/language.ts';
import { Panel } from '../../ui/page.tsx';
import { ForgetOlder } from './forget-older.tsx';
import classes from './privacy.module.css';

export function PrivacyPanel(): ReactNode {
  const t = useWords();
  const { isReadOnly } = useSessionState();
  if (isReadOnly) return null;
  return (
    <Panel title={t('privacy:title')}>
      <div className={classes.words}>
        <p>{t('privacy:what')}</p>
        <p>{t('privacy:withoutPeople')}</p>
        <ForgetOlder />
      </div>
    </Panel>
  );
}
