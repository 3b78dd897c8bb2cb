// A workshop whose every text tries to be markup and script: the places come from the schemas of the records, so that a field that is added is
// attacked without anybody remembering it.
import type { z } from 'zod';
import { createWorkshop } from '../../electron/store/create-workshop.ts';
import { nodeFiles } from '../../electron/store/node-files.ts';
import { emptyRecords, viewOf, type RecordMaps } from '../../shared/document/records.ts';
import { recordKinds } from '../../shared/domain/agenda/values.ts';
import { collectionNames } from '../../shared/domain/collection-names.ts';
import { recordSchemas, type CollectionName, type DocumentChange } from '../../shared/domain/collections.ts';
import { conflictId } from '../../shared/domain/conflicts/rules.ts';
import { notesId } from '../../shared/domain/records/rules.ts';
import type { StoredRecord } from '../../shared/kernel/record.ts';
import { validate, type Violation } from '../../shared/document/validate.ts';
import { sampleNow, sampleWorkshop } from './sample-workshop.ts';

/**
 * Longer than an id may be: by that the schemas tell texts from ids, dates and keys. Markup, a link that runs, an entity, placeholders of the
 * messages, marks that turn the direction of reading, marks without width, and what a spreadsheet would compute.
 */
const payload =
  `=1+1 <img src=x onerror="globalThis.hrhRan=1"><script>globalThis.hrhRan=2</script><svg onload="globalThis.hrhRan=3">` +
  `<a href="javascript:globalThis.hrhRan=4">link</a>&lt;b&gt; {{title}} $t(common:cancel) \u202Eturned\u202C zero\u200B\u200Dwidth ]]> '"\` --`;

const marker = /⟦(\d+)⟧/g;

/** Where a text stands, such as `plans.risks[].text`. */
type Place = string;

export interface HostileWorkshop {
  readonly workshopId: string;
  readonly planId: string;
  readonly teamId: string;
  readonly personId: string;
  /** A session for each kind of record that the room keeps. */
  readonly sessionIds: readonly string[];
  /** Places of the schemas that take any text, and have none. */
  readonly empty: readonly Place[];
  readonly violations: readonly Violation[];
  /** The places whose texts stand in what a page shows. Throws for a text that is not shown as it was typed, or shortened by “…”. */
  readonly placesIn: (shown: string) => readonly Place[];
}

interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
}

/** A name of a field, not a text: what it names has to be there. */
const noTexts: ReadonlySet<Place> = new Set(['conflicts.field']);

/** Puts such a workshop into a library folder. */
export async function createHostileWorkshop(libraryFolder: string): Promise<HostileWorkshop> {
  const texts: Place[] = [];
  const textFor = (place: Place): string => `⟦${texts.push(place) - 1}⟧${payload}`;
  const sample = withEveryCollection(sampleWorkshop({ isSample: false }).document.records);
  const hostile = emptyRecords();
  for (const name of collectionNames) {
    for (const [id, record] of sample[name]) hostile[name].set(id, filled(recordSchemas[name], record, name, textFor) as StoredRecord);
  }
  const changes = collectionNames.flatMap((collection) =>
    [...hostile[collection].values()].map((record): DocumentChange => ({ kind: 'created', collection, id: record.id, record })),
  );
  await nodeFiles.makeFolders(libraryFolder);
  await createWorkshop({
    files: nodeFiles,
    libraryFolder,
    folderName: 'hostile',
    documentId: 'hostile-document',
    appVersion: '0.1.0',
    replica: 'elsewhere',
    begin: { id: 'command-1', name: 'workshopBegin', at: sampleNow, actor: textFor('journal.actor'), changes },
  });
  return {
    workshopId: 'hostile-document',
    planId: 'plan-5',
    teamId: 'team-a',
    personId: 'mensa',
    sessionIds: recordKinds.flatMap(
      (kind) => [...viewOf(sample).all('sessions')].find((session) => session.recordKinds.includes(kind))?.id ?? [],
    ),
    empty: collectionNames.flatMap((name) => placesOf(recordSchemas[name], name)).filter((place) => !texts.includes(place)),
    violations: validate(hostile),
    placesIn: (shown) =>
      [...shown.matchAll(marker)].map(({ 0: whole, 1: number, index }) => {
        const place = texts[Number(number)] ?? '';
        const from = shown.slice(index + whole.length);
        if (!isAsTyped(from)) throw new Error(`${place} is not shown as typed: ${from.slice(0, 400)}`);
        return place;
      }),
  };
}

/** The whole of it, or the beginning of it where a list shortens what it quotes. */
function isAsTyped(shown: string): boolean {
  if (shown.startsWith(payload)) return true;
  const quoted = shown.slice(0, shown.indexOf('…')).trimEnd();
  return shown.includes('…') && quoted.length > 20 && payload.startsWith(quoted);
}

function definitionOf(schema: z.ZodType): Definition {
  return schema.def;
}

function isText(schema: z.ZodType, place: Place): boolean {
  return !noTexts.has(place) && definitionOf(schema).type === 'string' && schema.safeParse(payload).success;
}

/** Every place below a schema that takes any text. */
function placesOf(schema: z.ZodType, place: Place): readonly Place[] {
  const { shape, innerType, element, valueType } = definitionOf(schema);
  if (isText(schema, place)) return [place];
  if (shape) return Object.entries(shape).flatMap(([name, field]) => placesOf(field, `${place}.${name}`));
  if (innerType) return placesOf(innerType, place);
  if (element) return placesOf(element, `${place}[]`);
  return valueType ? placesOf(valueType, `${place}{}`) : [];
}

/** The value with a text of its own in every place that takes any. */
function filled(schema: z.ZodType, value: unknown, place: Place, textFor: (place: Place) => string): unknown {
  const { type, shape, innerType, element, valueType } = definitionOf(schema);
  if (isText(schema, place)) return textFor(place);
  if (shape) {
    const record = value as Readonly<Record<string, unknown>>;
    const fields = Object.entries(shape).map(([name, field]) => [name, filled(field, record[name], `${place}.${name}`, textFor)] as const);
    return { ...record, ...Object.fromEntries(fields) };
  }
  // What nobody has filled stays empty, except texts: an empty step of a guide is no place.
  if (innerType && value === null && !takesText(innerType, place)) return null;
  if (innerType) return filled(innerType, value, place, textFor);
  if (element) {
    const items = Array.isArray(value) && value.length > 0 ? (value as readonly unknown[]) : takesText(element, `${place}[]`) ? [''] : [];
    return items.map((item) => filled(element, item, `${place}[]`, textFor));
  }
  if (valueType) {
    const entries = Object.entries((value ?? {}) as Readonly<Record<string, unknown>>);
    const some = entries.length === 0 && isText(valueType, `${place}{}`) ? [['en', ''] as const] : entries;
    return Object.fromEntries(some.map(([key, item]) => [key, filled(valueType, item, `${place}{}`, textFor)]));
  }
  return type === 'unknown' ? textFor(place) : value;
}

/** Texts, and texts by language. */
function takesText(schema: z.ZodType, place: Place): boolean {
  const { innerType, valueType } = definitionOf(schema);
  if (innerType) return takesText(innerType, place);
  return valueType ? isText(valueType, `${place}{}`) : isText(schema, place);
}

/** The sample has not got all that the room can make: one of each is added where it has none. */
function withEveryCollection(sample: RecordMaps): RecordMaps {
  const records = emptyRecords();
  for (const name of collectionNames) for (const [id, record] of sample[name]) records[name].set(id, record);
  const session = [...viewOf(sample).all('sessions')].find((each) => each.recordKinds.includes('notes'))?.id ?? '';
  // Steps and materials of its own, not those of its guide.
  const own = { steps: [{ text: { en: '' }, minutes: 5 }], materials: [{ en: '' }] };
  records.sessions.set(session, { ...records.sessions.get(session), id: session, ...own });
  const [day] = records.days.keys();
  const missing: Readonly<Partial<Record<CollectionName, StoredRecord>>> = {
    clockEvents: {
      id: 'clock-1',
      at: sampleNow,
      sessionId: session,
      kind: 'started',
      minutes: null,
      order: { number: 1, replica: '', place: 0 },
      boot: '',
      uptime: null,
      eventId: null,
    },
    attendance: { id: `mensa.${day}.morning`, participantId: 'mensa', dayId: day, half: 'morning', state: 'present' },
    fieldAssessments: {
      id: 'team-a.policy.baseline',
      teamId: 'team-a',
      fieldId: 'policy',
      round: 'baseline',
      score: 3,
      evidence: '',
      confidence: null,
    },
    topics: {
      id: 'topic-1',
      teamId: 'team-a',
      text: '',
      fieldIds: ['policy'],
      importance: 5,
      feasibility: 4,
      withinOurReach: 3,
      chosen: true,
      reason: '',
      order: 'a0',
    },
    sessionRecords: { id: notesId(session), sessionId: session, kind: 'notes', notes: '', highlights: [''] },
    packExports: {
      id: 'pack-1',
      at: sampleNow,
      audience: 'all',
      teamIds: ['team-a'],
      languages: { 'team-a': 'en' },
      files: [{ name: 'pack.zip', bytes: 1, sha256: '' }],
      by: '',
      workshopRevision: 1,
      planVersions: [{ planId: 'plan-1', number: 1, signed: true }],
      savedTo: '',
    },
    conflicts: {
      id: conflictId('plans', 'plan-5', 'objective'),
      collection: 'plans',
      recordId: 'plan-5',
      field: 'objective',
      options: [
        { value: 'one', stamps: [[1, 'elsewhere']] },
        { value: 'another', stamps: [[1, 'nowhere']] },
      ],
      removals: [],
    },
  };
  for (const name of collectionNames) {
    const record = missing[name];
    if (record && records[name].size === 0) records[name].set(record.id, record);
  }
  return records;
}
