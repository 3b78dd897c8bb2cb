// The shipped content: framework, templates, guides and the sample. Read from `data` once, checked by schema, never written.
import { basename, join } from 'node:path';
import type { z } from 'zod';
import type { Failure } from '../../shared/contract/failures.ts';
import { guideSchema, templateSchema, type Guide, type WorkshopTemplate } from '../../shared/domain/agenda/template.ts';
import { frameworkSchema, type Framework } from '../../shared/domain/framework/model.ts';
import { sampleSchema, type Sample } from '../../shared/domain/workshop/sample.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { withoutByteOrderMark } from '../store/bytes.ts';
import type { FilePort } from '../store/file-port.ts';

export interface Content {
  readonly framework: Framework;
  readonly templates: readonly WorkshopTemplate[];
  readonly guides: readonly Guide[];
}

export interface ContentService {
  /** Fails with `template-invalid`, naming the file and the place in it. A failure is not remembered: the file may be mended meanwhile. */
  readonly content: () => Promise<Result<Content, Failure>>;
  readonly sample: () => Promise<Result<Sample, Failure>>;
}

type Read<T> = Result<T, Failure>;

export function createContentService(files: FilePort, dataFolder: string): ContentService {
  let loaded: Content | null = null;

  async function readJson<T>(parts: readonly string[], schema: z.ZodType<T>): Promise<Read<T>> {
    const file = parts.join('/');
    const bytes = await files.readFile(join(dataFolder, ...parts)).catch(() => null);
    if (bytes === null) return err({ code: 'template-invalid', file, place: '' });
    let json: unknown;
    try {
      json = JSON.parse(Buffer.from(withoutByteOrderMark(bytes)).toString('utf8'));
    } catch {
      return err({ code: 'template-invalid', file, place: 'JSON' });
    }
    const parsed = schema.safeParse(json);
    if (parsed.success) return ok(parsed.data);
    return err({ code: 'template-invalid', file, place: parsed.error.issues[0]?.path.map(String).join('.') ?? '' });
  }

  /** Every JSON file of a folder, in the order of the names. */
  async function readFolder<T extends { readonly id: string }>(folder: string, schema: z.ZodType<T>): Promise<Read<readonly T[]>> {
    const entries = (await files.list(join(dataFolder, folder)).catch(() => null)) ?? [];
    const names = entries
      .filter(({ name, isFolder }) => !isFolder && name.endsWith('.json'))
      .map(({ name }) => name)
      .toSorted();
    if (names.length === 0) return err({ code: 'template-invalid', file: folder, place: '' });
    const values: T[] = [];
    for (const name of names) {
      const read = await readJson([folder, name], schema);
      if (!read.ok) return read;
      if (read.value.id !== basename(name, '.json')) return err({ code: 'template-invalid', file: `${folder}/${name}`, place: 'id' });
      values.push(read.value);
    }
    return ok(values);
  }

  async function readFramework(): Promise<Read<Framework>> {
    const { fields, phases, successFactors, bibliography, topicPresets, instruments, sources } = frameworkSchema.unwrap().shape;
    const read = {
      fields: await readJson(['framework', 'fields.json'], fields),
      phases: await readJson(['framework', 'phases.json'], phases),
      successFactors: await readJson(['framework', 'success-factors.json'], successFactors),
      bibliography: await readJson(['framework', 'bibliography.json'], bibliography),
      topicPresets: await readJson(['framework', 'topic-presets.json'], topicPresets),
      instruments: await readJson(['framework', 'instruments.json'], instruments),
      sources: await readJson(['framework', 'sources.json'], sources),
    };
    for (const part of Object.values(read)) if (!part.ok) return part;
    return ok(Object.fromEntries(Object.entries(read).map(([name, part]) => [name, part.ok ? part.value : null])) as unknown as Framework);
  }

  async function load(): Promise<Read<Content>> {
    const framework = await readFramework();
    if (!framework.ok) return framework;
    const guides = await readFolder('guides', guideSchema);
    if (!guides.ok) return guides;
    const templates = await readFolder('templates', templateSchema);
    if (!templates.ok) return templates;
    const known = new Set(guides.value.map(({ id }) => id));
    for (const template of templates.value) {
      const place = placeOfUnknownGuide(template, known);
      if (place !== null) return err({ code: 'template-invalid', file: `templates/${template.id}.json`, place });
    }
    loaded = { framework: framework.value, guides: guides.value, templates: templates.value };
    return ok(loaded);
  }

  return {
    content: async () => (loaded ? ok(loaded) : load()),
    sample: () => readJson(['samples', 'sample.json'], sampleSchema),
  };
}

function placeOfUnknownGuide(template: WorkshopTemplate, known: ReadonlySet<string>): string | null {
  for (const [dayIndex, day] of template.days.entries()) {
    const index = day.sessions.findIndex(({ guideId }) => !known.has(guideId));
    if (index !== -1) return `days.${dayIndex}.sessions.${index}.guideId`;
  }
  return null;
}
