// What is our own proposal: the content says so entry by entry, and every place that offers or prints such entries shows the mark.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { instrumentIds } from '../../../shared/domain/framework/values.ts';
import { ourInstruments } from '../../../shared/domain/framework/rules.ts';
import { namesIn, readFramework, readGuides, readTemplate } from './content-files.ts';

const root = join(import.meta.dirname, '../../..');
const framework = readFramework();

/** Source files of pages and documents. */
const sources = ['renderer', 'shared/pack'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => ({ file: join(entry.parentPath, entry.name), text: readFileSync(join(entry.parentPath, entry.name), 'utf8') })),
);

describe('every entry that is offered says where it comes from', () => {
  test('topics of topic groups: the first four are documented, the other twelve are ours', () => {
    expect(framework.topicPresets).toHaveLength(16);
    expect(framework.topicPresets.map(({ source }) => source)).toEqual([...Array(4).fill('S26'), ...Array(12).fill('ours')]);
  });

  test('scales, rhythm, forms and sign-off: all of them are ours', () => {
    expect(framework.instruments.map(({ id }) => id)).toEqual(instrumentIds);
    expect(ourInstruments(framework)).toEqual(instrumentIds);
  });

  test('steps of the phases are ours, whatever they are built on', () => {
    const steps = framework.phases.flatMap((phase) => phase.steps);
    expect(steps).toHaveLength(24);
    expect(steps.filter(({ source, certainty }) => source !== 'ours' || certainty !== 'ours')).toEqual([]);
  });

  test('steps of the guides and the templates of a workshop are ours', () => {
    expect(readGuides().map(({ stepsSource }) => stepsSource)).toEqual(namesIn('guides').map(() => 'ours'));
    expect(namesIn('templates').map((name) => readTemplate(name).source)).toEqual(namesIn('templates').map(() => 'ours'));
  });

  test('indicators: those of Partnership are ours, all others are published', () => {
    const ours = framework.fields.filter(({ indicators }) => indicators.some(({ source }) => source === 'ours'));
    expect(ours.map(({ id }) => id)).toEqual(['partnership']);
  });
});

describe('every place that offers or prints our own shows the mark', () => {
  /** What offers entries, and what has to stand in the same file. */
  const offers: readonly (readonly [what: string, offering: RegExp, mark: RegExp])[] = [
    ['indicators', /field\.indicators/, /provenance\(indicator\.source\)/],
    ['topics of topic groups', /framework\.topicPresets/, /provenance\(preset\.source\)/],
    ['templates of a workshop', /templates\.map\(/, /provenance\(source\)[\s\S]*|<ProvenanceMark source=\{template\.source\}/],
    ['steps of a guide that is run', /<AllSteps steps/, /<ProvenanceMark source=\{stepsSource\}/],
    ['steps of a guide that is edited', /title=\{t\('agenda:drawer\.steps'\)\}/, /<ProvenanceMark source=\{guide\.stepsSource\}/],
    ['the rating of fields', /run:rating\.lowest/, /<InstrumentMark id="rating-scale"/],
    ['the scores of topics', /<TopicHeads isTooMany/, /<InstrumentMark id="topic-scores"/],
    ['the answers about success factors', /factorAnswers\.map/, /<InstrumentMark id="factor-answers"/],
    ['the rhythm of checkpoints', /run:checkpoints\.intro/, /<InstrumentMark id="follow-up-rhythm"/],
    ['sign-off of a plan', /plans:sign\.act/, /<InstrumentMark id="sign-off"/],
    ['sign-off in the room', /run:signOff\.signOf/, /<InstrumentMark id="sign-off"/],
    ['answers about success factors on paper and in a sheet', /'answers\.open'/, /ours\.includes\('factor-answers'\)/],
    ['the status form on paper and as a sheet', /t\('status\.lead'\)/, /ours\.includes\('status-form'\)/],
  ];

  test.each(offers)('%s', (_what, offering, mark) => {
    const places = sources.filter(({ text }) => offering.test(text));
    expect(places.length).toBeGreaterThan(0);
    expect(places.filter(({ text }) => !mark.test(text)).map(({ file }) => file)).toEqual([]);
  });

  test('no scale, rhythm or form is without a place that marks it', () => {
    const places = sources.map(({ text }) => text).join('\n');
    const words = new Set(instrumentIds.filter((id) => places.includes(`id="${id}"`) || places.includes(`includes('${id}')`)));
    expect([...words]).toEqual([...instrumentIds]);
  });

  test.each([
    ['en', 'our proposal'],
    ['fr', 'notre proposition'],
  ] as const)('the mark in %s: %s, also beside dates that nobody has agreed on', (language, mark) => {
    const read = (area: string): unknown => JSON.parse(readFileSync(join(root, `shared/messages/${language}/${area}.json`), 'utf8'));
    expect(read('framework-ui')).toMatchObject({ ours: mark });
    expect(read('pack')).toMatchObject({
      ours: mark,
      plan: { checkpointsProposed: expect.stringContaining(mark) as string },
      summary: { checkpointsProposed: expect.stringContaining(mark) as string },
      calendar: { checkpointProposed: expect.stringContaining(mark) as string },
      references: { independence: expect.stringContaining(mark) as string },
    });
  });
});
