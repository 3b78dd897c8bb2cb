// Who may talk to the browser shell: one-time codes in opened addresses, exchanged for tokens that tabs keep.
import { randomBytes } from 'node:crypto';
import type { Caller, Role } from '../../shared/contract/combinators.ts';
import type { SessionAnswer } from '../../shared/contract/wire.ts';

/** What the page behind a code will be. */
export interface Grant {
  readonly role: Role;
  /** What a projector shows. */
  readonly workshopId: string | null;
}

export interface Session extends Grant {
  readonly caller: Caller;
}

export interface Sessions {
  readonly newCode: (grant: Grant) => string;
  /** A code works once, within two minutes. A code that was never given counts as expired: an earlier start gave it. */
  readonly exchange: (code: string) => SessionAnswer;
  readonly sessionOf: (token: string) => Session | null;
  /** The session of a page, by the id that its requests carry. */
  readonly sessionOfCaller: (caller: Caller) => Session | null;
}

const codeLivesMs = 2 * 60_000;
/** Used codes are remembered so that a second try is told the truth; so many are enough for a day. */
const rememberedCodes = 1_000;

/** @param now milliseconds of a clock that tests do not move, since a person waits in front of it */
export function createSessions({ now }: { readonly now: () => number }): Sessions {
  const codes = new Map<string, { readonly grant: Grant; readonly since: number; isUsed: boolean }>();
  const byToken = new Map<string, Session>();
  const byClient = new Map<string, Session>();

  return {
    newCode: (grant) => {
      const code = secret();
      codes.set(code, { grant, since: now(), isUsed: false });
      for (const [oldest] of codes) if (codes.size > rememberedCodes) codes.delete(oldest);
      return code;
    },
    exchange: (code) => {
      const found = codes.get(code);
      if (found?.isUsed) return { ok: false, reason: 'code-used' };
      if (!found || now() - found.since > codeLivesMs) return { ok: false, reason: 'code-expired' };
      found.isUsed = true;
      return { ok: true, token: begin(found.grant) };
    },
    sessionOf: (token) => byToken.get(token) ?? null,
    sessionOfCaller: ({ clientId }) => byClient.get(clientId) ?? null,
  };

  function begin(grant: Grant): string {
    const token = secret();
    const session: Session = { ...grant, caller: { role: grant.role, clientId: randomBytes(9).toString('base64url') } };
    byToken.set(token, session);
    byClient.set(session.caller.clientId, session);
    return token;
  }
}

/** 256 random bits in signs that need no escaping in an address. */
function secret(): string {
  return randomBytes(32).toString('base64url');
}
