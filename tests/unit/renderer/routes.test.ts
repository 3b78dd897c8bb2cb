// Addresses: made from the table, with ids and queries escaped.
import { describe, expect, it } from 'vitest';
import { addressOf, routeAt, routes, sampleAddresses } from '../../../renderer/app/routes.ts';

describe('addresses', () => {
  it('fills in workshop, plan and query', () => {
    expect(addressOf('plan', { workshopId: 'w/1', planId: 'p 2' })).toBe('/w/w%2F1/plans/p%202');
    expect(addressOf('people', { workshopId: 'w', query: { person: 'a&b' } })).toBe('/w/w/prepare/people?person=a%26b');
  });

  it('leads to the same place of the past, where there is one', () => {
    expect(addressOf('plan', { workshopId: 'w', planId: 'p', revision: 7 })).toBe('/w/w/past/7/plans/p');
    expect(addressOf('history', { workshopId: 'w', revision: 7 })).toBe('/w/w/history');
  });

  it('opens no workshop for a look at the past', () => {
    expect(routeAt('/w/w1/past/7/prepare/people?person=3')).toEqual({ route: 'pastPeople', workshopId: null });
    expect(routeAt('/w/w1/past/7')).toEqual({ route: null, workshopId: null });
    expect(routeAt('/w/w1/prepare/people')).toEqual({ route: 'people', workshopId: 'w1' });
  });

  it('gives one sample per route without a gap in it', () => {
    const samples = sampleAddresses({ workshop: 'w1', plan: 'p1' });
    expect(samples.map(({ name }) => name)).toEqual(Object.keys(routes));
    for (const { address } of samples) expect(address).not.toMatch(/[:{}]/);
  });
});

describe('the route of an address, before there is a router', () => {
  it('is that of its row in the table', () => {
    for (const { name, address } of sampleAddresses({ workshop: 'w1', plan: 'p1' })) expect(routeAt(`${address}?x=1`).route).toBe(name);
  });

  it('names the workshop that has to be opened', () => {
    expect(routeAt(addressOf('plan', { workshopId: 'w/1', planId: 'p' })).workshopId).toBe('w/1');
    expect(routeAt('/settings').workshopId).toBeNull();
  });

  it('of a page without a fragment is Home', () => {
    expect(routeAt('')).toEqual({ route: 'home', workshopId: null });
  });

  it('is the basics for what is no place of a workshop', () => {
    expect(routeAt('/w/w1')).toEqual({ route: 'basics', workshopId: 'w1' });
    expect(routeAt('/w/w1/elsewhere')).toEqual({ route: 'basics', workshopId: 'w1' });
  });

  it('is none for other addresses, and a stray % does no harm', () => {
    expect(routeAt('/elsewhere')).toEqual({ route: null, workshopId: null });
    expect(routeAt('/w/100%/plans')).toEqual({ route: 'plans', workshopId: '100%' });
  });
});
