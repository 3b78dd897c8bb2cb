// The parking lot from anywhere in a workshop: F4 opens it with the cursor in the line for a new point.
import { lazy, Suspense, useCallback, useState, type ReactNode } from 'react';
import { useSessionState } from '../../state/workshop-context.tsx';
import { useActions } from '../../ui/actions.tsx';
import { Drawer } from '../../ui/dialogs.tsx';
import { useWords } from '../../ui/language.ts';
import { Waiting } from '../../ui/waiting.tsx';

const ParkingLists = lazy(async () => ({ default: (await import('./parking-lists.tsx')).ParkingLists }));

export function ParkingLot(): ReactNode {
  const t = useWords();
  const { isReadOnly } = useSessionState();
  const [isOpen, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  useActions([{ id: 'parking-lot', label: t('run:keys.parking'), keys: 'F4', run: () => setOpen(true) }]);
  return (
    <Drawer title={t('run:parking.title')} isOpen={isOpen} onClose={close}>
      <Suspense fallback={<Waiting />}>
        <ParkingLists isReadOnly={isReadOnly} startsTyping />
      </Suspense>
    </Drawer>
  );
}
