// What was signed, at the top of a plan: version, day and name, why the fields are locked, and the ways on from there.
import { IconPencil, IconRosetteDiscountCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { ActionPlan } from '../../../shared/domain/plan/model.ts';
import type { SignedVersion } from '../../../shared/domain/plan/rules.ts';
import { dateInZone } from '../../../shared/kernel/calendar-date.ts';
import { useSmallForm } from '../../state/use-held-form.ts';
import { useWorkshop } from '../../state/workshop-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, useConfirm } from '../../ui/dialogs.tsx';
import { useFormats } from '../../ui/formats.ts';
import { TextAreaInput } from '../../ui/inputs.tsx';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { usePartCommands } from './part-commands.ts';
import classes from './seal-line.module.css';

interface SealLineProps {
  readonly plan: ActionPlan;
  readonly signed: SignedVersion;
  /** The workshop itself can only be read. */
  readonly isReadOnly: boolean;
  /** Ties the locked fields to the reason that stands here. */
  readonly id: string;
}

export function SealLine({ plan, signed, isReadOnly, id }: SealLineProps): ReactNode {
  const t = useWords();
  const { date } = useFormats();
  const { timezone } = useWorkshop();
  const confirm = useConfirm();
  const { run, runUndoable, problem } = usePartCommands();
  const [isWithdrawing, setWithdrawing] = useState(false);
  const version = signed.version.number;
  const draft = plan.draftVersion;
  const isLocked = version === draft;
  const by = signed.signOff.by.trim();
  const facts = { version, date: date(dateInZone(Date.parse(signed.signOff.at), timezone)), by };

  const discard = async () => {
    const isSure = await confirm({
      title: t('plans:seal.discardTitle', { draft }),
      text: t('plans:seal.discardText', { version }),
      confirm: t('plans:seal.discard'),
    });
    if (isSure) await runUndoable({ name: 'planDiscardDraft', id: plan.id }, t('plans:seal.discarded'));
  };
  const withdraw = async (reason: string) => {
    const isDone = await run({ name: 'planWithdraw', id: plan.id, reason });
    if (isDone) setWithdrawing(false);
    return isDone;
  };

  return (
    <>
      <div className={classes.seal} data-locked={isLocked || undefined}>
        {isLocked ? (
          <IconRosetteDiscountCheck className={classes.icon} size={24} stroke={1.75} aria-hidden />
        ) : (
          <IconPencil className={classes.icon} size={24} stroke={1.75} aria-hidden />
        )}
        <div className={classes.words} id={id}>
          <p className={classes.main}>
            {isLocked ? t(by === '' ? 'plans:seal.signedByNobody' : 'plans:seal.signed', facts) : t('plans:seal.draft', { draft })}
          </p>
          {/* Where nothing can be changed there is no way on to speak of. */}
          {!(isLocked && isReadOnly) && (
            <p className={classes.second}>
              {isLocked
                ? t('plans:seal.locked', { version, next: version + 1 })
                : t(by === '' ? 'plans:seal.staysSignedByNobody' : 'plans:seal.staysSigned', facts)}
            </p>
          )}
        </div>
        {!isReadOnly && (
          <div className={classes.actions}>
            {isLocked ? (
              <Button onClick={() => void run({ name: 'planReopen', id: plan.id })}>{t('plans:seal.change')}</Button>
            ) : (
              <Button onClick={() => void discard()}>{t('plans:seal.discard')}</Button>
            )}
            <Button kind="quiet" onClick={() => setWithdrawing(true)}>
              {t('plans:seal.withdraw')}
            </Button>
          </div>
        )}
      </div>
      {problem !== null && <Note tone="danger">{problem}</Note>}
      <WithdrawDialog
        planId={plan.id}
        version={version}
        isOpen={isWithdrawing}
        onClose={() => setWithdrawing(false)}
        onWithdraw={withdraw}
      />
    </>
  );
}

interface WithdrawDialogProps {
  readonly planId: string;
  readonly version: number;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** @returns whether it was withdrawn */
  readonly onWithdraw: (reason: string) => Promise<boolean>;
}

const noReason = { reason: '' };

function WithdrawDialog({ planId, version, isOpen, onClose, onWithdraw }: WithdrawDialogProps): ReactNode {
  const t = useWords();
  const form = useSmallForm(`withdraw ${planId}`, noReason);
  const { reason } = form.value;
  return (
    <Dialog
      title={t('plans:seal.withdrawTitle', { version })}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button
            onClick={() => {
              form.clear();
              onClose();
            }}
          >
            {t('cancel')}
          </Button>
          <Button
            kind="danger"
            reason={reason.trim() === '' ? t('plans:seal.withdrawReasonMissing') : null}
            onClick={() => void onWithdraw(reason).then((isDone) => isDone && form.clear())}
          >
            {t('plans:seal.withdraw')}
          </Button>
        </>
      }
    >
      <p className={classes.explain}>{t('plans:seal.withdrawText')}</p>
      <TextAreaInput label={t('plans:seal.withdrawReason')} value={reason} onChange={(next) => form.set({ reason: next })} />
    </Dialog>
  );
}
