// What must not happen on any page of a journey: something the content policy forbids, and errors that nobody caught.
import type { BrowserContext } from '@playwright/test';

/**
 * Collects them from every page of a browser, those that are opened later included. Chromium reports each violation on the console.
 * @param troubles grows as they happen
 */
export function watchForTroubles(context: BrowserContext, troubles: string[]): void {
  context.on('weberror', (error) => troubles.push(`uncaught: ${error.error().message}`));
  context.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy/i.test(message.text())) troubles.push(message.text());
  });
}
