// A file that was mailed alone says whose plan it is, about what, and which version.
import { describe, expect, test } from 'vitest';
import type { PackPlan } from '../../../shared/pack/content.ts';
import { planFileNames } from '../../../shared/pack/plan-file-names.ts';
import { packTexts } from '../../../shared/pack/texts.ts';

const plan = (topic: string, version: number, isSigned: boolean, number = 1) =>
  ({ topic, version, number, signed: isSigned ? { at: '', on: '', by: '' } : null }) as unknown as PackPlan;

function names(team: string, plans: readonly PackPlan[], language: 'en' | 'fr' = 'en'): readonly string[] {
  return planFileNames(plans, { beginning: '10-plan-', team, texts: packTexts(language) });
}

describe('file names of plans', () => {
  test('carry team, topic and version, and say draft', () => {
    expect(names('Togo', [plan('Keep midwives', 1, true), plan('Keep midwives', 2, false)])).toEqual([
      '10-plan-Togo-Keep-midwives-v1',
      '10-plan-Togo-Keep-midwives-v2-draft',
    ]);
    expect(names('Togo', [plan('Fidéliser', 3, false)], 'fr')).toEqual(['10-plan-Togo-Fidéliser-v3-prov']);
  });

  test('share the room, and stay whole where something is short', () => {
    const [both = '', team = ''] = names('République démocratique du Congo', [
      plan('Une politique des ressources humaines', 12, false),
      plan('Primes', 1, true, 2),
    ]);
    expect(both).toMatch(/^10-plan-Républ.*-Une-pol.*-v12-draft$/u);
    expect(team).toMatch(/^10-plan-République-démo.*-Primes-v1$/u);
    for (const name of [both, team]) expect([...`${name}.docx`].length).toBeLessThanOrEqual(40);
  });

  test('are safe and all different, whatever was typed', () => {
    const made = names('a/b:c', [plan('same ?', 1, true), plan('same *', 1, true, 2), plan('  ', 1, false, 3)]);
    expect(new Set(made.map((name) => name.toLowerCase())).size).toBe(3);
    expect(made[2]).toContain('plan-3');
    for (const name of made) expect(name).not.toMatch(/[<>:"/\\|?*]/u);
  });
});
