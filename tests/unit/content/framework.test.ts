// The shipped framework: complete in both languages, every statement with a source that can be named.
import { describe, expect, test } from 'vitest';
import { bilingualTextsIn, frenchTypographyFaults, readFramework, readGuides, readSample, readTemplate } from './content-files.ts';
import { fieldIds, phaseIds } from '../../../shared/domain/framework/values.ts';

interface Sourced {
  readonly source: string;
  readonly builtOn?: readonly string[];
  readonly certainty?: string;
}

function sourcedEntriesIn(value: unknown): Sourced[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'source' in value && typeof value.source === 'string' && 'certainty' in value ? [value as Sourced] : [];
  return [...own, ...Object.values(value).flatMap(sourcedEntriesIn)];
}

const framework = readFramework();

describe('framework', () => {
  test('has the six fields, four phases and twelve success factors in their order', () => {
    expect(framework.fields.map((field) => field.id)).toEqual(fieldIds);
    expect(framework.phases.map((phase) => phase.id)).toEqual(phaseIds);
    expect(framework.successFactors.map((factor) => factor.id)).toEqual(Array.from({ length: 12 }, (_, index) => `csf-${index + 1}`));
    expect(framework.successFactors.filter((factor) => factor.group === 'content')).toHaveLength(6);
  });

  test('gives every field areas and indicators, every phase steps', () => {
    expect(framework.fields.filter((field) => field.areas.length < 3 || field.indicators.length < 2)).toEqual([]);
    expect(framework.phases.filter((phase) => phase.steps.length < 5)).toEqual([]);
  });

  test('gives areas of intervention ids that are unique', () => {
    const ids = framework.fields.flatMap((field) => field.areas.map((area) => area.id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('names a listed source for everything that is not our own', () => {
    const entries = sourcedEntriesIn(framework);
    expect(entries.length).toBeGreaterThan(100);
    expect(entries.filter((entry) => (entry.source === 'ours') !== (entry.certainty === 'ours'))).toEqual([]);
    const keys = entries.flatMap(({ source, builtOn = [] }) => [source, ...builtOn]).filter((key) => key !== 'ours');
    expect(keys.filter((key) => !(key in framework.sources))).toEqual([]);
    expect(entries.filter((entry) => entry.builtOn !== undefined && entry.source !== 'ours')).toEqual([]);
  });

  test('shows the proposed Partnership indicators as ours: no official list was found', () => {
    const partnership = framework.fields.find((field) => field.id === 'partnership');
    expect(partnership?.indicators.map((indicator) => indicator.certainty)).toEqual(['ours', 'ours', 'ours', 'ours']);
  });

  test('marks what is known from memory only', () => {
    const fromMemory = framework.fields.filter((field) => field.certainty === 'memory');
    expect(fromMemory.map((field) => field.id)).toEqual(['leadership']);
  });

  test('keeps the bibliography free of doubles, with titles for every field but Partnership', () => {
    const titles = framework.bibliography.map((entry) => entry.title);
    expect(new Set(titles).size).toBe(titles.length);
    const covered = new Set(framework.bibliography.flatMap((entry) => entry.fieldIds));
    expect([...covered].toSorted()).toEqual(['education', 'finance', 'hrm', 'leadership', 'policy']);
  });

  test('lists no source that nothing rests on', () => {
    const used = new Set([
      ...sourcedEntriesIn(framework).flatMap(({ source, builtOn = [] }) => [source, ...builtOn]),
      ...readGuides().map((guide) => guide.source),
      ...readSample().plans.map((plan) => plan.source),
      readTemplate('three-day').source,
    ]);
    used.delete('ours');
    expect(Object.keys(framework.sources).toSorted()).toEqual([...used].toSorted());
  });

  test('follows French typography', () => {
    const texts = bilingualTextsIn(framework);
    expect(texts.length).toBeGreaterThan(80);
    expect(texts.filter((text) => frenchTypographyFaults(text.fr).length > 0)).toEqual([]);
  });
});

describe('the check of French typography', () => {
  test.each(["l'équipe", 'Qui ?', 'Qui?', 'Deux : trois', '« ministère\u00a0»', '«\u00a0ministère »'])('refuses %j', (text) => {
    expect(frenchTypographyFaults(text)).not.toEqual([]);
  });

  test('accepts good French', () => {
    expect(frenchTypographyFaults('L’équipe du «\u00a0ministère\u00a0»\u00a0: qui\u00a0? À 08:30.')).toEqual([]);
  });
});
