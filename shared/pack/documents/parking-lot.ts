// 70-parking-lot-outcomes: what became of the points that the workshop set aside.
import { dateWords } from '../as-typed.ts';
import type { PackContent, PackParkingItem } from '../content.ts';
import { table, type Block, type PackDocument } from '../document-model.ts';
import type { PackTexts } from '../texts.ts';
import { packDocument, sampleNote } from './frame.ts';

export function parkingLotDocument(content: PackContent, texts: PackTexts): PackDocument {
  const { t } = texts;
  const title = t('parking.title');
  const items: readonly Block[] =
    content.parkingLot.length === 0
      ? [{ kind: 'paragraph', text: t('parking.none') }]
      : [{ kind: 'paragraph', text: t('parking.lead') }, itemTable(content, texts)];
  const blocks: readonly Block[] = [
    { kind: 'title', text: title, subtitle: content.workshop.title },
    ...sampleNote(content, texts),
    ...items,
  ];
  return packDocument(content, texts, { title, blocks });
}

function itemTable(content: PackContent, texts: PackTexts): Block {
  const { t } = texts;
  return table(
    [
      [t('parking.item'), 0.32],
      [t('parking.raisedBy'), 0.16],
      [t('parking.state'), 0.12],
      [t('parking.answer'), 0.22],
      [t('parking.owner'), 0.18],
    ],
    content.parkingLot.map((item) => [item.text, item.raisedBy, t(`parking.status.${item.status}`), item.answer, ownerWords(item, texts)]),
  );
}

function ownerWords({ owner, dueDate, dueTyped }: PackParkingItem, texts: PackTexts): string {
  const due = dateWords(dueDate, dueTyped, texts);
  if (due === '') return owner;
  return owner === '' ? due : texts.t('parking.by', { owner, date: due });
}
