// What the projector shows at which moment, in the words of the room.
import { describe, expect, it } from 'vitest';
import { roomOf } from '../../../renderer/features/run/room.ts';
import { stageOf } from '../../../renderer/projector/stage.ts';
import { filled, projectorWords } from '../../../renderer/projector/words.ts';
import { scheduleOf } from '../../../shared/domain/agenda/rules.ts';
import type { ClockEvent, ClockEventKind } from '../../../shared/domain/clock/model.ts';
import { instantFromMilliseconds } from '../../../shared/kernel/instant.ts';
import { sampleStart, sampleWorkshop } from '../../support/sample-workshop.ts';

const at = (time: string) => Date.parse(`${sampleStart}T${time}:00Z`);

function stageAt(time: string, happened: readonly (readonly [string, number, ClockEventKind, number?])[]) {
  const schedules = scheduleOf(sampleWorkshop().view);
  const sessions = schedules[0]?.sessions ?? [];
  const events = happened.map(([when, index, kind, minutes], number): ClockEvent => {
    const session = sessions[index]?.session ?? expect.fail(`no session ${index}`);
    return {
      id: `event-${number}` as ClockEvent['id'],
      at: instantFromMilliseconds(at(when)),
      sessionId: session.id,
      kind,
      minutes: minutes ?? null,
      order: { number, replica: '', place: 0 },
      boot: '',
      uptime: null,
      eventId: null,
    };
  });
  const stage = stageOf(roomOf(schedules, events, sampleStart), events, { timeZone: 'UTC', now: at(time) });
  return { stage, sessions: sessions.map(({ session }) => session) };
}

describe('what the room sees', () => {
  it('is the first session and its planned start before anything runs', () => {
    const { stage, sessions } = stageAt('08:00', []);
    expect(stage).toEqual({ kind: 'before', next: { session: sessions[0], planned: at('08:30'), expected: at('08:30') } });
  });

  it('is the time left, and when the next session is planned and expected', () => {
    const { stage, sessions } = stageAt('08:40', [['08:36', 0, 'started']]);
    expect(stage).toMatchObject({ kind: 'session', time: '16:00', tone: 'calm', isPaused: false, backAt: null });
    expect(stage).toMatchObject({ next: { session: sessions[1], planned: at('08:50'), expected: at('08:56') } });
  });

  it('turns with a fifth of the time left, counts up over it, and stands still in a pause', () => {
    expect(stageAt('08:47', [['08:30', 0, 'started']]).stage).toMatchObject({ tone: 'warning', minutesLeft: 3 });
    expect(stageAt('08:52', [['08:30', 0, 'started']]).stage).toMatchObject({ tone: 'over', time: '+02:00' });
    const paused = stageAt('09:30', [
      ['08:30', 0, 'started'],
      ['08:40', 0, 'paused'],
    ]);
    expect(paused.stage).toMatchObject({ isPaused: true, time: '10:00' });
  });

  it('says when a break ends, and counts minutes past an hour', () => {
    expect(stageAt('10:15', [['10:12', 3, 'started']]).stage).toMatchObject({ backAt: at('10:32') });
    expect(
      stageAt('10:30', [
        ['10:30', 4, 'started'],
        ['10:30', 4, 'extended', 5],
      ]).stage,
    ).toMatchObject({ time: '70:00', backAt: null });
  });

  it('says that the day is over when nothing is left of it', () => {
    const all = Array.from({ length: 12 }, (_, index) => ['16:50', index, 'skipped'] as const);
    expect(stageAt('17:10', all).stage).toEqual({ kind: 'over' });
  });

  it('has nothing to show for a workshop without days', () => {
    expect(stageOf(undefined, [], { timeZone: 'UTC', now: at('00:01') })).toEqual({ kind: 'nothing' });
  });
});

describe('the words of the room', () => {
  it('are those of each language; a language that we do not speak gets English', () => {
    expect(filled(projectorWords('fr').backAt, { time: '10:50' })).toBe('Reprise à 10:50');
    expect(projectorWords('pt')).toBe(projectorWords('en'));
  });

  it('keep a placeholder that has no value', () => {
    expect(filled('{{title}} at {{time}}', { time: '8:30' })).toBe('{{title}} at 8:30');
  });
});
