// Commands on the parking lot.
import { err, ok } from '../../kernel/result.ts';
import { idSchema, textSchema } from '../../kernel/schema.ts';
import { nextParkingOrder } from './rules.ts';
import { command, created, notFound, removal, setCommand } from '../command.ts';

export const parkingAdd = command({
  name: 'parkingAdd',
  input: { id: idSchema<'parkingItem'>(), text: textSchema, raisedBy: textSchema, sessionId: idSchema<'session'>().nullable() },
  decide: (view, { id, text, raisedBy, sessionId }, { now }) => {
    if (view.get('parkingItems', id)) return err({ code: 'already-exists', collection: 'parkingItems', id });
    if (sessionId !== null && !view.get('sessions', sessionId)) return notFound('sessions', sessionId);
    const item = {
      id,
      text: text.normalize('NFC'),
      raisedAt: now,
      order: nextParkingOrder(view),
      raisedBy,
      sessionId,
      status: 'open' as const,
      owner: '',
      dueDate: null,
      answer: '',
    };
    return ok([created('parkingItems', item)]);
  },
});

export const parkingSet = setCommand({
  name: 'parkingSet',
  collection: 'parkingItems',
  fields: ['text', 'raisedBy', 'status', 'owner', 'dueDate', 'answer'],
});

export const parkingRemove = command({
  name: 'parkingRemove',
  input: { id: idSchema<'parkingItem'>() },
  decide: (view, { id }) => removal(view, 'parkingItems', id),
});

export const parkingCommands = [parkingAdd, parkingSet, parkingRemove] as const;
