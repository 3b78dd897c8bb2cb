// What the first screen needs: asked for at once and together, while the application's own code is still on its way.
import type { StartInfo } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/contract/failures.ts';
import type { Language } from '../../shared/kernel/local-text.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { loadCatalogue, type Catalogue } from '../../shared/messages/index.ts';
import type { Host } from '../host/connect-host.ts';
import { loadable, type Loadable } from '../host/loadable.ts';
import type { Content } from '../state/content-context.tsx';
import { openFirstWorkshop, type FirstWorkshop } from '../state/first-workshop.ts';
import { languageOf } from './language-of.ts';
import { routeAt } from './routes.ts';
import { screenModules } from './screen-modules.ts';

/** What the host says of itself, and the words of the interface. */
export interface Beginning {
  readonly start: StartInfo;
  readonly language: Language;
  readonly catalogue: Catalogue;
}

export interface FirstScreen {
  /** Null when the host refuses; never settles while it does not answer. */
  readonly begun: Promise<Beginning | null>;
  /** The workshop of the address; null when the page was opened elsewhere. */
  readonly workshop: FirstWorkshop | null;
  readonly content: Loadable<Result<Content, Failure>>;
  /** Settles when everything is there or has failed, at the latest after `shapesAfterMs`: then shapes are drawn for what is still missing. */
  readonly settled: Promise<unknown>;
}

const shapesAfterMs = 600;

/**
 * Asks the host and the server of the pages.
 * @param address of the router, without `#`
 */
export function askForFirstScreen(host: Host, address: string): FirstScreen {
  const { client } = host;
  const begun = begin(host);
  const content = loadable(() => client.app.content({}));
  const { route, workshopId } = routeAt(address);
  const workshop = workshopId === null ? null : openFirstWorkshop(host, workshopId);
  const parts = [
    ...(route === null ? [] : [screenModules[route].load()]),
    // Only screens of a workshop look at the shipped content.
    ...(workshop === null ? [] : [workshop.opening, content.load()]),
  ];
  return {
    begun,
    workshop,
    content,
    settled: Promise.race([Promise.allSettled(parts), new Promise((resolve) => setTimeout(resolve, shapesAfterMs))]),
  };
}

async function begin({ client }: Host): Promise<Beginning | null> {
  const answer = await client.app.start({});
  if (!answer.ok) return null;
  const language = languageOf(answer.value.settings, answer.value);
  return { start: answer.value, language, catalogue: await loadCatalogue(language) };
}
