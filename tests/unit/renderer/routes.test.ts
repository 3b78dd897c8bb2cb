// Addresses: made from the table, with ids and queries escaped.
import { describe, expect, it } from 'vitest';
import { addressOf, routes, sampleAddresses } from '../../../renderer/app/routes.ts';

describe('addresses', () => {
  it('fills in workshop, plan and query', () => {
    expect(addressOf('plan', { workshopId: 'w/1', planId: 'p 2' })).toBe('/w/w%2F1/plans/p%202');
    expect(addressOf('people', { workshopId: 'w', query: { person: 'a&b' } })).toBe('/w/w/prepare/people?person=a%26b');
  });

  it('gives one sample per route without a gap in it', () => {
    const samples = sampleAddresses({ workshop: 'w1', plan: 'p1' });
    expect(samples.map(({ name }) => name)).toEqual(Object.keys(routes));
    for (const { address } of samples) expect(address).not.toMatch(/[:{}]/);
  });
});
