// Who stands in which column of a board.
import { expect, test } from 'vitest';
import { boardOf } from '../../../renderer/features/people/board/board-model.ts';
import { emptyParticipant } from '../../../shared/domain/people/commands.ts';
import type { Participant, ParticipantId, TeamId } from '../../../shared/domain/people/model.ts';

const compare = new Intl.Collator('en').compare;

function person(id: string, fields: Partial<Participant> = {}): Participant {
  return { ...emptyParticipant(id as ParticipantId), fullName: id, ...fields };
}

function board(people: readonly Participant[]) {
  const columns = [
    { id: 'ghana', name: 'Ghana', leadIds: ['kofi'] },
    { id: 'togo', name: 'Togo', leadIds: [] },
  ];
  const model = boardOf({ people, columns, columnIdOf: ({ teamId }) => teamId, compare });
  const ids = (of: readonly Participant[]) => of.map(({ id }) => id);
  return {
    columns: model.columns.map((column) => [column.id, ids(column.people)]),
    unplaced: ids(model.unplaced),
    outside: ids(model.outside),
  };
}

test('the lead comes first, the others by name; an empty column stays', () => {
  const ghana = 'ghana' as TeamId;
  expect(board([person('kofi', { teamId: ghana }), person('ama', { teamId: ghana })])).toEqual({
    columns: [
      ['ghana', ['kofi', 'ama']],
      ['togo', []],
    ],
    unplaced: [],
    outside: [],
  });
});

test('participants without a column wait; who serves the room stands outside, unless put into a team', () => {
  const shown = board([
    person('wait'),
    person('help', { kind: 'facilitator' }),
    person('inside', { kind: 'observer', teamId: 'togo' as TeamId }),
  ]);
  expect(shown).toMatchObject({ unplaced: ['wait'], outside: ['help'] });
  expect(shown.columns[1]).toEqual(['togo', ['inside']]);
});

test('who was replaced or left is on no board, who is in a column that is gone waits for another', () => {
  const shown = board([
    person('gone', { status: 'left', teamId: 'togo' as TeamId }),
    person('old', { status: 'replaced' }),
    person('lost', { teamId: 'elsewhere' as TeamId }),
  ]);
  expect(shown.columns.flatMap(([, ids]) => ids)).toEqual([]);
  expect(shown.unplaced).toEqual(['lost']);
});
