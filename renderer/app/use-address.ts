// Addresses inside the open workshop, or inside the workshop as it was.
import { useCallback } from 'react';
import { useParams } from 'react-router';
import { addressOf, type AddressParts, type RouteName } from './routes.ts';

/** @returns `addressOf` with the open workshop filled in, and the moment that it is looked at */
export function useAddress(): (name: RouteName, parts?: Omit<AddressParts, 'workshopId' | 'revision'>) => string {
  const { workshopId = '', revision } = useParams();
  return useCallback(
    (name, parts) => addressOf(name, { workshopId, ...(revision !== undefined && { revision: Number(revision) }), ...parts }),
    [workshopId, revision],
  );
}
