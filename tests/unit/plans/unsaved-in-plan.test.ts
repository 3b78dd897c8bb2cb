// What is typed into a plan and not saved keeps it from being signed without it.
import { expect, test } from 'vitest';
import { fieldOf } from '../../../renderer/features/drafts/draft-place.ts';
import { unsavedInPlan } from '../../../renderer/features/plans/unsaved-in-plan.ts';
import type { Draft } from '../../../shared/contract/drafts.ts';
import type { Command } from '../../../shared/domain/commands.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { sampleWorkshop } from '../../support/sample-workshop.ts';

const draft = (command: Record<string, unknown>): Draft => {
  return {
    kind: 'refused',
    key: JSON.stringify(command),
    at: '2026-03-18T08:00:00.000Z' as Instant,
    command: command as Command,
    why: 'field-changed',
  };
};

test('a refused text of the plan or of a part of it is named; what is stored, open for ever, or of another plan is not', () => {
  const { view } = sampleWorkshop();
  const [step] = [...view.all('steps')];
  const plan = view.get('plans', step?.planId ?? '');
  const other = [...view.all('plans')].find(({ id }) => id !== plan?.id);
  if (!plan || !step || !other) throw new Error('The sample has plans');
  const unsaved = [
    draft({ name: 'planSet', id: plan.id, field: 'expectedOutput', value: 'Mine', was: 'Before' }),
    draft({ name: 'stepSet', id: step.id, field: 'dueDate', value: step.dueDate, asTyped: 'soon' }),
  ];
  const others = [
    draft({ name: 'planSet', id: plan.id, field: 'topic', value: plan.topic }),
    draft({ name: 'stepSet', id: step.id, field: 'changeReason', value: 'Late' }),
    draft({ name: 'planSet', id: other.id, field: 'topic', value: 'Mine' }),
    draft({ name: 'stepSet', id: 'removed', field: 'text', value: 'Mine' }),
    draft({ name: 'parkingAdd', id: 'p', text: 'Later' }),
  ];
  expect(unsavedInPlan(view, [...others, ...unsaved], plan.id, fieldOf)).toEqual(unsaved);
});
