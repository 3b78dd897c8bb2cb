// What nobody expected is written down without a word of anybody's.
import { expect, it, vi } from 'vitest';
import { logError } from '../../../electron/host/log-error.ts';

function logged(error: unknown): string {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  logError({ errorId: 'error-1', place: 'document.execute', error });
  return write.mock.calls.map(([text]) => String(text)).join('');
}

/** What a function throws. */
function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown');
}

it('says when, which, where and what kind, and where it was thrown', () => {
  const text = logged(new RangeError('constant'));
  expect(text).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z error-1 document\.execute: RangeError\n +at /);
  expect(text).toContain('log-error.test.ts');
});

it.each([
  ['a parser quotes what it could not read', () => thrownBy(() => JSON.parse('Ama Boateng is away'))],
  [
    'the disk names the folder',
    () => Object.assign(new Error("ENOENT: open '/home/x/Ama Boateng/workshop.json'"), { code: 'ENOENT', syscall: 'open' }),
  ],
  ['a message looks like a place in our files', () => new Error('one\n    at Ama Boateng (plan)')],
  ['a message has an empty cause and a name', () => new Error('Ama Boateng', { cause: new TypeError('Ama Boateng') })],
  ['a text is thrown', () => 'Ama Boateng'],
  ['an object is thrown', () => ({ name: 'Ama Boateng' })],
  ['the name of an error is a text', () => Object.assign(new Error('x'), { name: 'Ama Boateng', code: 'Ama Boateng' })],
])('when %s, the log does not', (_what, error) => {
  const text = logged(error());
  expect(text).toContain('error-1 document.execute: ');
  expect(text).not.toContain('Boateng');
});

it('keeps the code of the disk', () => {
  expect(logged(Object.assign(new Error('x'), { code: 'ENOSPC', syscall: 'write' }))).toContain(': Error ENOSPC write\n');
});
