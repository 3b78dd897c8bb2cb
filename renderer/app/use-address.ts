// Addresses inside the open workshop.
import { useCallback } from 'react';
import { useParams } from 'react-router';
import { addressOf, type AddressParts, type RouteName } from './routes.ts';

/** @returns `addressOf` with the open workshop filled in */
export function useAddress(): (name: RouteName, parts?: Omit<AddressParts, 'workshopId'>) => string {
  const { workshopId = '' } = useParams();
  return useCallback((name, parts) => addressOf(name, { workshopId, ...parts }), [workshopId]);
}
