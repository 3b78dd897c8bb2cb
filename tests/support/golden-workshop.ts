// The story behind data/fixtures/vN/workshop.json: something of everything that the stored format of this version can hold.
// A version writes its file once: HRH_WRITE_GOLDEN=1 npx vitest run --config tests/vitest.config.ts tests/unit/document/migrations.test.ts
import { toStored, type StoredDocument } from '../../shared/document/envelope.ts';
import { viewOf } from '../../shared/document/records.ts';
import type { Command } from '../../shared/domain/commands.ts';
import { isLocked } from '../../shared/domain/plan/rules.ts';
import { laptop } from './laptops.ts';
import { populatedWorkshop, sequentialContext } from './random-commands.ts';

/** Two laptops: a value set apart, a removal against an edit, a removal that both know, an edit that only one made. */
export function goldenWorkshop(): StoredDocument {
  const context = sequentialContext();
  const start = populatedWorkshop(context);
  const one = laptop(start, 'replica-a', context);
  const other = laptop(start, 'replica-b', context);
  const view = viewOf(start.records);
  const [first, second] = [...view.all('sessions')].toReversed();
  const [topic] = view.all('topics');
  const [team] = view.all('teams');
  const [parked] = view.all('parkingItems');
  const step = [...view.all('steps')].find(({ planId }) => {
    const plan = view.get('plans', planId);
    return plan !== undefined && !isLocked(view, plan);
  });
  if (!first || !second || !topic || !team || !parked || !step) throw new Error('The populated workshop lacks something');
  const minutes = (id: typeof first.id, value: number): Command => ({ name: 'sessionSet', id, field: 'plannedMinutes', value });
  const told: readonly (readonly [typeof one, Command])[] = [
    [one, { name: 'workshopSet', id: 'workshop', field: 'place', value: 'Kumasi' }],
    [other, { name: 'workshopSet', id: 'workshop', field: 'place', value: 'Tamale' }],
    [one, { name: 'sessionRemove', id: first.id }],
    [other, minutes(first.id, 45)],
    [other, minutes(second.id, 35)],
    [one, { name: 'topicSet', id: topic.id, field: 'importance', value: 5 }],
    [other, { name: 'topicSet', id: topic.id, field: 'importance', value: 5 }],
    [one, { name: 'parkingRemove', id: parked.id }],
    [one, { name: 'stepSet', id: step.id, field: 'dueDate', value: null, asTyped: 'next Tuesdayish' }],
    [other, { name: 'stepSet', id: step.id, field: 'responsibleIds', value: step.responsibleIds, asTyped: 'the Director' }],
    [other, { name: 'teamSet', id: team.id, field: 'supportContact', value: 'Regional office' }],
  ];
  for (const [who, command] of told) if (!who.run(command)) throw new Error(`Refused: ${command.name}`);
  one.bring(other.hand());
  return toStored(one.document);
}
