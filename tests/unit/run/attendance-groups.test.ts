// Who stands in attendance: whoever is expected in the room, and nobody who left or was replaced.
import { expect, test } from 'vitest';
import { attendanceGroups } from '../../../renderer/features/run/attendance-groups.ts';
import { sampleWorkshop } from '../../support/sample-workshop.ts';

test('people marked left do not stand in attendance, and whoever comes back stands there again; a successor comes instead of somebody', () => {
  const { view, run } = sampleWorkshop();
  const names = () =>
    attendanceGroups([...view.all('participants')], [...view.all('teams')], (a, b) => (a < b ? -1 : 1)).flatMap(({ people }) =>
      people.map(({ fullName }) => fullName),
    );
  expect(names()).toContain('Lindiwe Phiri');
  run({ name: 'participantSet', id: 'phiri', field: 'status', value: 'left' });
  expect(names()).not.toContain('Lindiwe Phiri');
  run({ name: 'participantSet', id: 'phiri', field: 'status', value: 'expected' });
  expect(names()).toContain('Lindiwe Phiri');
  run({ name: 'participantReplace', id: 'phiri', byId: 'next', newName: 'Chanda Mulenga', movesResponsibilities: true });
  expect(names()).not.toContain('Lindiwe Phiri');
  expect(names()).toContain('Chanda Mulenga');
});
