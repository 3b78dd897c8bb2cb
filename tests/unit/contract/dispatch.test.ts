// The door of the host: what every request of the contract refuses, and that nothing refused reaches a service.

import { describe, expect, it } from 'vitest';
import type { Caller, Role } from '../../../shared/contract/combinators.ts';
import { contract } from '../../../shared/contract/contract.ts';
import { failureCodes, type Failure } from '../../../shared/contract/failures.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { createDispatch, mayHear, type ErrorReport } from '../../../electron/host/dispatch.ts';
import { sampleOf } from '../../support/request-samples.ts';
import { requestPlaces, stubHandlers, type AskedRequest } from '../../support/stub-handlers.ts';

const facilitator: Caller = { role: 'facilitator', clientId: 'f' };
const projector: Caller = { role: 'projector', clientId: 'p' };
const stranger: Caller = { role: 'guest' as Role, clientId: 'g' };

function door(answer?: (request: AskedRequest) => Result<unknown, Failure>) {
  const { handlers, asked } = stubHandlers(answer);
  const reports: ErrorReport[] = [];
  const dispatch = createDispatch({ handlers, log: (report) => reports.push(report), newId: () => 'error-1' });
  return {
    asked,
    reports,
    ask: (caller: Caller, area: string, name: string, input: unknown, bytes = 100) => dispatch(caller, { area, name, input, bytes }),
  };
}

function declared(area: string, name: string): { readonly limit: number; readonly roles: readonly Role[] } {
  const areas = contract as unknown as Readonly<
    Record<string, Readonly<Record<string, { readonly limit: number; readonly roles: readonly Role[] }>>>
  >;
  const entry = areas[area]?.[name];
  if (!entry) throw new Error(`${area}.${name} is not in the contract`);
  return entry;
}

it('knows the requests of every area', () => {
  expect(new Set(requestPlaces.map(([area]) => area))).toEqual(
    new Set(['app', 'library', 'document', 'drafts', 'intake', 'packs', 'history', 'copies', 'files']),
  );
  expect(requestPlaces.length).toBeGreaterThanOrEqual(25);
});

describe.each(requestPlaces)('%s.%s', (area, name) => {
  const sample = sampleOf(area, name);

  it('lets a good request through, as it was parsed', async () => {
    const { ask, asked } = door();
    expect(await ask(facilitator, area, name, { ...(sample as object), unknown: 'is left out' })).toEqual(ok(null));
    expect(asked).toEqual([{ place: `${area}.${name}`, input: sample, caller: facilitator }]);
  });

  it.each([null, undefined, 42, 'text', true, [[]]])('refuses %j instead of an object', async (input) => {
    const { ask, asked } = door();
    expect(await ask(facilitator, area, name, input)).toEqual(err({ code: 'bad-request', place: '' }));
    expect(asked).toEqual([]);
  });

  it('refuses a wrong type in each part, and says in which', async () => {
    for (const part of Object.keys(sample as object)) {
      const { ask, asked } = door();
      const result = await ask(facilitator, area, name, { ...(sample as object), [part]: 0.5 });
      expect(result).toEqual(err({ code: 'bad-request', place: part }));
      expect(asked).toEqual([]);
    }
  });

  it('refuses a role that it is not for, after it was parsed', async () => {
    const outsiders = [projector, stranger].filter(({ role }) => !declared(area, name).roles.includes(role));
    expect(outsiders).toContain(stranger);
    for (const caller of outsiders) {
      const { ask, asked } = door();
      expect(await ask(caller, area, name, sample)).toEqual(err({ code: 'not-allowed' }));
      expect(await ask(caller, area, name, 42)).toEqual(err({ code: 'bad-request', place: '' }));
      expect(asked).toEqual([]);
    }
  });

  it('refuses one byte above its limit, and takes the limit itself', async () => {
    const { limit } = declared(area, name);
    const { ask, asked } = door();
    expect(await ask(facilitator, area, name, sample, limit + 1)).toEqual(err({ code: 'too-large' }));
    expect(asked).toEqual([]);
    expect(await ask(facilitator, area, name, sample, limit)).toEqual(ok(null));
  });

  it('answers what is thrown as internal, once written down, without its words', async () => {
    const { ask, reports } = door(() => {
      throw new Error('the name of a person');
    });
    const result = await ask(facilitator, area, name, sample);
    expect(result).toEqual(err({ code: 'internal', errorId: 'error-1', savedAt: null }));
    expect(reports).toEqual([{ errorId: 'error-1', place: `${area}.${name}`, error: new Error('the name of a person') }]);
  });
});

it('passes failures of services on as they are', async () => {
  const { ask } = door(() => err({ code: 'undo-nothing' }));
  expect(await ask(facilitator, 'document', 'undo', sampleOf('document', 'undo'))).toEqual(err({ code: 'undo-nothing' }));
});

it('says with what broke when data were last safe', async () => {
  const at = '2026-03-20T10:42:07.000Z';
  const { ask } = door(({ place }) => {
    if (place === 'document.execute') return ok({ revision: 7, at });
    throw new Error('broken');
  });
  await ask(facilitator, 'document', 'execute', sampleOf('document', 'execute'));
  expect(await ask(facilitator, 'app', 'start', {})).toEqual(err({ code: 'internal', errorId: 'error-1', savedAt: at }));
});

it.each([
  ['app', 'format'],
  ['disk', 'read'],
  ['__proto__', 'toString'],
  ['constructor', 'name'],
  ['app', 'constructor'],
  ['app', '__proto__'],
  ['app', 'settingsChanged'],
])('does not know %s.%s', async (area, name) => {
  const { ask, asked } = door();
  expect(await ask(facilitator, area, name, {})).toEqual(err({ code: 'bad-request', place: 'name' }));
  expect(asked).toEqual([]);
});

it('refuses a command that the domain does not have, and one with a missing part', async () => {
  const { ask } = door();
  const execute = (command: unknown) => ask(facilitator, 'document', 'execute', { workshopId: 'w1', commandId: 'c1', command });
  expect(await execute({ name: 'dropEverything' })).toMatchObject({ ok: false, failure: { code: 'bad-request' } });
  expect(await execute({ name: 'workshopSet', field: 'place', value: 'Kigali' })).toEqual(
    err({ code: 'bad-request', place: 'command.id' }),
  );
});

it('refuses with codes of the closed list only', async () => {
  const { ask } = door(() => {
    throw new Error('broken');
  });
  const results = [
    await ask(facilitator, 'no', 'no', {}),
    await ask(facilitator, 'app', 'start', {}, 10 ** 9),
    await ask(stranger, 'app', 'start', {}),
    await ask(facilitator, 'app', 'start', 42),
    await ask(facilitator, 'app', 'start', {}),
  ];
  const codes = results.map((result) => (result.ok ? 'ok' : result.failure.code));
  expect(codes).toEqual(['bad-request', 'too-large', 'not-allowed', 'bad-request', 'internal']);
  for (const code of codes) expect(failureCodes).toContain(code);
});

describe('events', () => {
  const page = { caller: facilitator, workshopId: null };
  const wall = { caller: projector, workshopId: 'w1' };
  const library = { area: 'library', name: 'changed', payload: { workshops: [] } };
  const changed = { area: 'document', name: 'changed', payload: { workshopId: 'w1' } };

  it('reach the roles that the contract names', () => {
    expect(mayHear(page, library)).toBe(true);
    expect(mayHear(wall, library)).toBe(false);
    expect(mayHear(wall, changed)).toBe(true);
  });

  it('reach only the role and the page that they are for', () => {
    expect(mayHear(wall, changed, { role: 'facilitator' })).toBe(false);
    expect(mayHear(page, changed, { role: 'facilitator' })).toBe(true);
    expect(mayHear(page, changed, { clientId: 'someone else' })).toBe(false);
    expect(mayHear(page, changed, { role: 'facilitator', clientId: 'f' })).toBe(true);
  });

  it('of another workshop do not reach a projector', () => {
    const other = { ...changed, payload: { workshopId: 'w2' } };
    expect(mayHear(wall, other)).toBe(false);
    expect(mayHear(page, other)).toBe(true);
  });

  it('about no workshop reach a projector too', () => {
    expect(mayHear(wall, { area: 'app', name: 'settingsChanged', payload: {} })).toBe(true);
  });

  it('are not requests, and requests are not events', () => {
    expect(mayHear(page, { area: 'app', name: 'start', payload: null })).toBe(false);
    expect(mayHear(page, { area: '__proto__', name: 'constructor', payload: null })).toBe(false);
  });
});
