// Reads the shipped content for the tests of this folder. Each file is parsed by the schema that binds it.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { guideSchema, templateSchema, type Guide, type WorkshopTemplate } from '../../../shared/domain/agenda/template.ts';
import { frameworkSchema, type Framework } from '../../../shared/domain/framework/model.ts';
import { sampleSchema, type Sample } from '../../../shared/domain/workshop/sample.ts';

const dataFolder = join(import.meta.dirname, '../../../data');

function readJson(...path: string[]): unknown {
  return JSON.parse(readFileSync(join(dataFolder, ...path), 'utf8'));
}

/** @returns names of the JSON files of a folder in data/, without their ending */
export function namesIn(folder: string): string[] {
  return readdirSync(join(dataFolder, folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => basename(name, '.json'));
}

/** @throws when a file is missing or does not fit its schema */
export function readFramework(): Framework {
  return frameworkSchema.parse({
    fields: readJson('framework', 'fields.json'),
    phases: readJson('framework', 'phases.json'),
    successFactors: readJson('framework', 'success-factors.json'),
    bibliography: readJson('framework', 'bibliography.json'),
    topicPresets: readJson('framework', 'topic-presets.json'),
    instruments: readJson('framework', 'instruments.json'),
    sources: readJson('framework', 'sources.json'),
  });
}

/** @throws when the file is missing or does not fit its schema */
export function readTemplate(id: string): WorkshopTemplate {
  return templateSchema.parse(readJson('templates', `${id}.json`));
}

/** @throws when a file does not fit its schema */
export function readGuides(): Guide[] {
  return namesIn('guides').map((name) => guideSchema.parse(readJson('guides', `${name}.json`)));
}

/** @throws when the file is missing or does not fit its schema */
export function readSample(): Sample {
  return sampleSchema.parse(readJson('samples', 'sample.json'));
}

/** Every string value inside a value, at any depth; keys are not values. */
export function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}

/** Every `{en, fr}` text inside a value, at any depth. */
export function bilingualTextsIn(value: unknown): { readonly en: string; readonly fr: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value && 'fr' in value && typeof value.en === 'string' && typeof value.fr === 'string')
    return [{ en: value.en, fr: value.fr }];
  return Object.values(value).flatMap(bilingualTextsIn);
}

/** Words as a reader counts them: a lone punctuation mark is none. */
export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part));
}

/** French that breaks the house typography: a straight apostrophe, or a plain or missing space where a no-break space belongs. */
export function frenchTypographyFaults(text: string): string[] {
  return text.match(/'|[^\u00a0][;:?!»](?!\/\/)|«(?!\u00a0)/g)?.filter((fault) => !/^\d:$/.test(fault)) ?? [];
}
