// The content that ships with the application, read from data/ as the host reads it.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { guideSchema, templateSchema, type Guide, type WorkshopTemplate } from '../../shared/domain/agenda/template.ts';
import { frameworkSchema, type Framework } from '../../shared/domain/framework/model.ts';

const dataFolder = fileURLToPath(new URL('../../data', import.meta.url));

function json(...path: readonly string[]): unknown {
  return JSON.parse(readFileSync(join(dataFolder, ...path), 'utf8'));
}

export function shippedFramework(): Framework {
  const part = (name: string) => json('framework', `${name}.json`);
  return frameworkSchema.parse({
    fields: part('fields'),
    phases: part('phases'),
    successFactors: part('success-factors'),
    bibliography: part('bibliography'),
    topicPresets: part('topic-presets'),
    instruments: part('instruments'),
    sources: part('sources'),
  });
}

export function shippedTemplate(id: string): WorkshopTemplate {
  return templateSchema.parse(json('templates', `${id}.json`));
}

export function shippedGuides(): readonly Guide[] {
  return readdirSync(join(dataFolder, 'guides')).map((name) => guideSchema.parse(json('guides', name)));
}
