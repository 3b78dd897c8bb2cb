// Signs the plan: by whom, what signing does, and why it is not possible yet.
import { memo, useState, type ReactNode } from 'react';
import type { ActionPlan } from '../../../shared/domain/plan/model.ts';
import { signedVersion } from '../../../shared/domain/plan/rules.ts';
import { useSettings } from '../../state/host-context.tsx';
import { useNotifyWhile } from '../../state/use-notify-while.ts';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/inputs.tsx';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { InstrumentMark } from '../framework/provenance-mark.tsx';
import classes from './checks-panel.module.css';
import { checksLeft, type Check } from './sign-off-checks.ts';
import { useSignPlan } from './use-sign-plan.ts';

interface SignOffFormProps {
  readonly plan: ActionPlan;
  readonly checks: readonly Check[];
}

export const SignOffForm = memo(function SignOffForm({ plan, checks }: SignOffFormProps): ReactNode {
  const t = useWords();
  const notifyWhile = useNotifyWhile();
  const { facilitatorName } = useSettings();
  const signPlan = useSignPlan();
  const [problem, setProblem] = useState<string | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const by = typed ?? facilitatorName;
  const version = plan.draftVersion;
  const left = checksLeft(checks);
  const reason = left > 0 ? t('plans:sign.blocked', { left, total: checks.length }) : by.trim() === '' ? t('plans:sign.blockedName') : null;
  const sign = async () => {
    const refusal = await signPlan(plan.id, by);
    setProblem(refusal);
    if (refusal !== null) return;
    notifyWhile({ text: t('plans:sign.done', { version }) }, (view) => signedVersion(view, plan.id)?.version.number === version);
  };
  return (
    <section className={`${classes.section} ${classes.sign}`} data-ready={left === 0 || undefined} aria-label={t('plans:sign.title')}>
      <TextInput label={t('plans:sign.by')} help={t('plans:sign.byHelp')} value={by} onChange={setTyped} />
      <div>
        <Button kind="primary" reason={reason} onClick={() => void sign()}>
          {t('plans:sign.act', { version })}
        </Button>
      </div>
      <p className={classes.help}>
        {t('plans:sign.what', { version, next: version + 1 })} <InstrumentMark id="sign-off" />
      </p>
      {problem !== null && <Note tone="danger">{problem}</Note>}
    </section>
  );
});
