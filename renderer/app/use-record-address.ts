// Where a record is typed: the page, and on it the drawer or the field.
import { useCallback } from 'react';
import type { CollectionName, View } from '../../shared/domain/collections.ts';
import { useAddress } from './use-address.ts';

export interface RecordField {
  readonly collection: CollectionName;
  readonly id: string;
  readonly field: string | null;
}

/** @returns the address; null for what is there no more, and for what has no place of its own */
export function useRecordAddress(): (view: View, place: RecordField) => string | null {
  const address = useAddress();
  return useCallback(
    (view, { collection, id, field }) => {
      if (view.get(collection, id) === undefined) return null;
      const ofSession = (sessionId: string) => address('run', { query: { session: sessionId } });
      switch (collection) {
        case 'workshop':
          return address('basics', field === null ? {} : { query: { field } });
        case 'days':
          return address('agenda', { query: { day: id } });
        case 'sessions':
          return address('agenda', { query: { session: id } });
        case 'organisations':
          return address('people');
        case 'participants':
          return address('people', { query: { person: id } });
        case 'teams':
          return address('teams', { query: { team: id } });
        case 'topicGroups':
          return address('teams');
        case 'plans':
          return address('plan', { planId: id, ...(field !== null && { query: { field } }) });
        case 'steps':
        case 'indicators':
        case 'homeIntroductions': {
          const planId = view.get(collection, id)?.planId ?? '';
          return address('plan', { planId, query: { field: `${id}.${field ?? 'text'}` } });
        }
        case 'sessionRecords':
          return ofSession(view.get(collection, id)?.sessionId ?? '');
        case 'clockEvents':
        case 'attendance':
        case 'fieldAssessments':
        case 'topics':
        case 'checkpoints':
        case 'parkingItems':
          return address('run');
        case 'planVersions':
        case 'signOffs':
        case 'packExports':
        case 'conflicts':
          return null;
        default:
          return collection satisfies never;
      }
    },
    [address],
  );
}
