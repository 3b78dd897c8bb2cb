// 95-bibliography: titles by action field, who supports the team, and who worked in which topic group.
import type { PackContent, PackTopicGroup } from '../content.ts';
import { filledFacts, type Block, type PackDocument } from '../document-model.ts';
import type { PackTexts } from '../texts.ts';
import { packDocument, sampleNote } from './frame.ts';

export function referencesDocument(content: PackContent, texts: PackTexts): PackDocument {
  const { t } = texts;
  const title = t('references.title');
  const blocks: readonly Block[] = [
    { kind: 'title', text: title, subtitle: content.team.name },
    ...sampleNote(content, texts),
    { kind: 'heading', text: t('references.support') },
    ...support(content, texts),
    { kind: 'heading', text: t('references.groups') },
    ...(content.topicGroups.length === 0
      ? [{ kind: 'paragraph', text: t('references.noGroups') } as const]
      : content.topicGroups.flatMap((group) => topicGroup(group, texts))),
    { kind: 'paragraph', text: t('references.contacts') },
    { kind: 'heading', text: t('references.bibliography') },
    { kind: 'paragraph', text: t('references.bibliographyLead') },
    ...content.bibliography.flatMap(({ field, titles }): readonly Block[] => [
      { kind: 'subheading', text: field?.name ?? t('references.general') },
      { kind: 'list', items: titles },
    ]),
    { kind: 'note', text: t('references.independence') },
  ];
  return packDocument(content, texts, { title, blocks });
}

function support({ team, workshop }: PackContent, { t }: PackTexts): readonly Block[] {
  const own: readonly Block[] =
    team.supportContact.trim() === ''
      ? [{ kind: 'paragraph', text: t('references.noSupport') }]
      : [{ kind: 'facts', facts: [{ label: t('references.supportContact'), value: team.supportContact }] }];
  const organisers = workshop.organisers.map(({ name, role }) => `${name} (${t(`organiser.${role}`)})`).join('\n');
  return [...own, ...filledFacts([{ label: t('cover.organisers'), value: organisers }])];
}

function topicGroup(group: PackTopicGroup, { t }: PackTexts): readonly Block[] {
  return [
    { kind: 'subheading', text: group.name },
    ...filledFacts([
      { label: t('references.groupFields'), value: group.fields.join('\n') },
      { label: t('references.coChairs'), value: group.coChairs.join('\n') },
      { label: t('references.members'), value: group.members.join(', ') },
    ]),
  ];
}
