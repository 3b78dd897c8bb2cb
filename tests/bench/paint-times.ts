// A page measures for itself how long it takes from an event of the person to the frame that shows its effect.
import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** Milliseconds from each event to the end of the next frame. */
    paintTimes: number[];
  }
}

/** From now on the page keeps the times of one kind of event. The end of a frame is the first task behind its painting. */
export async function keepPaintTimes(page: Page, eventType: 'keydown' | 'pointerup'): Promise<void> {
  await page.evaluate((type) => {
    window.paintTimes = [];
    window.addEventListener(
      type,
      (event) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => window.paintTimes.push(performance.now() - event.timeStamp));
          port1.start();
          port2.postMessage(null);
        });
      },
      true,
    );
  }, eventType);
}

/** The times since the last asking, as soon as there are as many as were caused. */
export async function takePaintTimes(page: Page, count: number): Promise<readonly number[]> {
  await page.waitForFunction((expected) => window.paintTimes.length >= expected, count);
  return page.evaluate(() => window.paintTimes.splice(0));
}
