// The 3-day template against the agreed table of sessions, and its guides.
import { describe, expect, test } from 'vitest';
import { bilingualTextsIn, frenchTypographyFaults, namesIn, readFramework, readGuides, readTemplate, wordsOf } from './content-files.ts';
import { phaseIds } from '../../../shared/domain/framework/values.ts';

const template = readTemplate('three-day');
const guides = readGuides();
const sessions = template.days.flatMap((day) => day.sessions);

const expectedMinutes = [
  [20, 60, 20, 20, 65, 55, 60, 45, 75, 20, 50, 20],
  [20, 70, 30, 20, 80, 30, 60, 60, 35, 20, 65, 20],
  [15, 25, 80, 20, 60, 60, 60, 35, 40, 10, 10, 15, 20],
];

function isPause(kind: string): boolean {
  return kind === 'break' || kind === 'lunch';
}

describe('the 3-day template', () => {
  test('has the minutes of the agreed table, from half past eight', () => {
    expect(template.id).toBe('three-day');
    expect(template.days.map((day) => day.sessions.map((session) => session.minutes))).toEqual(expectedMinutes);
    expect(template.days.map((day) => day.sessions.reduce((sum, session) => sum + session.minutes, 0))).toEqual([510, 510, 450]);
    expect(template.days.map((day) => day.startTime)).toEqual(['08:30', '08:30', '08:30']);
  });

  test('has the phases of the agreed table', () => {
    const [analysis, planning, implementation, monitoring] = phaseIds;
    expect(template.days.map((day) => day.sessions.map((session) => session.phaseId))).toEqual([
      [null, null, null, null, analysis, analysis, null, analysis, analysis, null, analysis, null],
      [null, analysis, analysis, null, analysis, analysis, null, planning, planning, null, planning, null],
      [null, planning, planning, null, planning, planning, null, implementation, implementation, null, null, monitoring, null],
    ]);
  });

  test('has unique session ids that begin with their day', () => {
    const ids = sessions.map((session) => session.id);
    expect(new Set(ids).size).toBe(ids.length);
    template.days.forEach((day, index) => {
      expect(day.sessions.filter((session) => !session.id.startsWith(`d${index + 1}-`))).toEqual([]);
    });
  });

  test('keeps the records where the agreed table has them, and lets the first session of every day tick who is there', () => {
    const own = sessions.filter((session) => session.recordKinds.some((kind) => kind !== 'notes'));
    expect(own.map((session) => [session.id, session.recordKinds])).toEqual([
      ['d1-registration', ['attendance']],
      ['d1-baseline', ['field-rating']],
      ['d1-close', ['parking-lot', 'notes']],
      ['d2-recap', ['attendance', 'notes']],
      ['d2-priorities', ['topics']],
      ['d2-objectives', ['action-plans']],
      ['d2-close', ['parking-lot', 'notes']],
      ['d3-recap', ['attendance', 'notes']],
      ['d3-drafting', ['action-plans']],
      ['d3-refine', ['action-plans']],
      ['d3-home-introduction', ['home-introduction', 'checkpoints']],
      ['d3-parking-lot', ['parking-lot']],
      ['d3-sign-off', ['sign-off', 'packs']],
    ]);
    expect(sessions.filter((session) => (session.recordKinds.length === 0) !== isPause(session.kind))).toEqual([]);
  });

  test('never goes more than 120 minutes without a pause', () => {
    const stretches = template.days.flatMap((day) => {
      const lengths = [0];
      for (const session of day.sessions) {
        if (isPause(session.kind)) lengths.push(0);
        else lengths.push((lengths.pop() ?? 0) + session.minutes);
      }
      return lengths;
    });
    expect(Math.max(...stretches)).toBe(120);
  });

  test('has least minutes that fit: no more than planned, 45 for lunch, 10 for a break', () => {
    expect(sessions.filter((session) => session.minMinutes > session.minutes)).toEqual([]);
    expect(sessions.filter((session) => session.kind === 'lunch').map((session) => session.minMinutes)).toEqual([45, 45, 45]);
    expect(sessions.filter((session) => session.kind === 'break' && session.minMinutes !== 10)).toEqual([]);
  });

  test('lets vision, partner map and presentations give time; never drafting, peer assist, home introduction or sign-off', () => {
    const cuttable = sessions.filter((session) => session.cuttable).map((session) => session.id);
    expect(cuttable).toEqual(['d1-vision', 'd2-partner-map', 'd3-presentations']);
  });
});

describe('guides', () => {
  test('there is one for every session and none without a session', () => {
    expect(namesIn('guides').toSorted()).toEqual([...new Set(sessions.map((session) => session.guideId))].toSorted());
    expect(guides.map((guide) => guide.id)).toEqual(namesIn('guides'));
  });

  test('have steps that fill the session, or fit the shortest one where several share the guide', () => {
    const misfits = guides.filter((guide) => {
      const uses = sessions.filter((session) => session.guideId === guide.id).map((session) => session.minutes);
      const total = guide.steps.reduce((sum, step) => sum + step.minutes, 0);
      return uses.length === 1 ? total !== uses[0] : total > Math.min(...uses);
    });
    expect(misfits).toEqual([]);
  });

  test('have steps, materials and notes for the facilitator', () => {
    expect(guides.filter((guide) => guide.steps.length < 3 || guide.materials.length === 0 || guide.notes === null)).toEqual([]);
  });

  test('have an instruction that the projector can hold: at most 12 words', () => {
    const tooLong = guides.filter(({ instruction }) => wordsOf(instruction.en).length > 12 || wordsOf(instruction.fr).length > 12);
    expect(tooLong).toEqual([]);
  });

  test('rest on sources that are listed', () => {
    const known = new Set([...Object.keys(readFramework().sources), 'ours']);
    expect(guides.filter((guide) => !known.has(guide.source))).toEqual([]);
    expect(known).toContain(template.source);
  });

  test('stay calm, and follow French typography', () => {
    const texts = bilingualTextsIn([template, guides]);
    expect(texts.length).toBeGreaterThan(300);
    expect(texts.filter((text) => `${text.en}${text.fr}`.includes('!'))).toEqual([]);
    expect(texts.filter((text) => frenchTypographyFaults(text.fr).length > 0)).toEqual([]);
  });
});
