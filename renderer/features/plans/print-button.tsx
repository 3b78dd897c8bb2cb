// Prints a plan. While a signed version and the draft of the next one are there, it asks which: neither is printed for the other unannounced.
import { Menu } from '@mantine/core';
import { IconEdit, IconPrinter, IconRosetteDiscountCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { ActionPlan } from '../../../shared/domain/plan/model.ts';
import { signedVersion } from '../../../shared/domain/plan/rules.ts';
import { useView } from '../../state/workshop-context.tsx';
import { useActions } from '../../ui/actions.tsx';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { usePrintPlan } from './use-print-plan.ts';

export function PrintButton({ plan }: { readonly plan: ActionPlan }): ReactNode {
  const t = useWords();
  const view = useView('planVersions', 'signOffs');
  const signed = signedVersion(view, plan.id)?.version.number;
  const { print, isPrinting, problem } = usePrintPlan(plan);
  const [isAsking, setAsking] = useState(false);
  const hasBoth = signed !== undefined && plan.draftVersion > signed;
  const begin = () => (hasBoth ? setAsking(true) : print('handed-out'));
  useActions([{ id: 'plan-print', label: t('plans:actions.print'), keys: 'mod+P', run: begin }]);
  const button = (
    <Button icon={<IconPrinter size={16} stroke={1.75} aria-hidden />} aria-busy={isPrinting} onClick={hasBoth ? undefined : begin}>
      {t(isPrinting ? 'plans:actions.printing' : 'plans:actions.print')}
    </Button>
  );
  return (
    <>
      {problem !== null && <Note tone="danger">{problem}</Note>}
      {hasBoth ? (
        <Menu position="bottom-end" transitionProps={{ duration: 120 }} opened={isAsking} onChange={setAsking}>
          <Menu.Target>{button}</Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconRosetteDiscountCheck size={16} stroke={1.75} />} onClick={() => print('handed-out')}>
              {t('plans:actions.printSigned', { version: signed })}
            </Menu.Item>
            <Menu.Item leftSection={<IconEdit size={16} stroke={1.75} />} onClick={() => print('draft')}>
              {t('plans:actions.printDraft', { version: plan.draftVersion })}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : (
        button
      )}
    </>
  );
}
