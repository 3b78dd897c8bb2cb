// What a record is called: by what people typed, never by a word of the code.
import { expect, it } from 'vitest';
import { recordName } from '../../../shared/document/record-name.ts';
import { sampleWorkshop } from '../../support/sample-workshop.ts';

it('a session without a title of its own has no name but its guide', () => {
  const { view } = sampleWorkshop();
  const sessions = [...view.all('sessions')].filter(({ title }) => title === null);
  expect(sessions.length).toBeGreaterThan(0);
  for (const { id, guideId } of sessions) expect(recordName(view, view, 'sessions', id)).toMatchObject({ name: '', guideId });
});

it('what the clock wrote down is not called by the code of its kind, a checkpoint is called by its days', () => {
  const { view, run } = sampleWorkshop();
  const [session] = [...view.all('sessions')];
  run({ name: 'sessionStart', id: session?.id });
  for (const { id } of view.all('clockEvents')) expect(recordName(view, view, 'clockEvents', id).name).toBe('');
  run({ name: 'checkpointsAdd', planIds: ['plan-1'], kinds: ['30'] });
  for (const { id, kind } of view.all('checkpoints')) expect(recordName(view, view, 'checkpoints', id).name).toBe(kind);
});
