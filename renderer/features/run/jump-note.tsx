// Says that the computer's clock was set while a session ran, with both readings, and lets people say how many minutes are used.
import { useState, type ReactNode } from 'react';
import { clockJump, usedMilliseconds } from '../../../shared/domain/clock/rules.ts';
import { useSessionState, useWorkshop } from '../../state/workshop-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useFormats } from '../../ui/formats.ts';
import { TextInput } from '../../ui/inputs.tsx';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import type { RoomSession } from './room.ts';
import type { RoomActions } from './use-room-actions.ts';
import { useReading } from './use-tick.ts';

export function JumpNote({ running, actions }: { readonly running: RoomSession; readonly actions: RoomActions }): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const { timezone } = useWorkshop();
  const { isReadOnly } = useSessionState();
  const [typed, setTyped] = useState<string | null>(null);
  const now = useReading();
  const { clock, session } = running;
  const jump = clockJump(clock, now);
  if (!jump) return null;
  const used = Math.round(usedMilliseconds(clock, now) / 60_000);
  const minutes = typed === null ? used : Number(typed);
  const isNumber = typed === null || (/^\d{1,4}$/.test(typed.trim()) && minutes <= 1440);
  return (
    <Note
      tone="warning"
      title={t('run:jump.title')}
      actions={
        !isReadOnly && (
          <Button reason={isNumber ? null : t('run:jump.minutes')} onClick={() => actions.setElapsed(session.id, minutes)}>
            {t('run:jump.set')}
          </Button>
        )
      }
    >
      <p>
        {t('run:jump.text', { shown: formats.time(jump.shown, timezone), measured: formats.time(jump.measured, timezone), count: used })}
      </p>
      {!isReadOnly && <TextInput label={t('run:jump.minutes')} value={typed ?? String(used)} onChange={setTyped} />}
    </Note>
  );
}
