// A cell that is taller while one types in it must not shrink under a press that leaves it: what was pressed below would move away before the button is
// let go, and the press would be none.

/** To be called when the cell gets the cursor: it keeps its height (`data-held`) from a press elsewhere until that press is over. */
export function holdOpen(cell: HTMLElement): void {
  const hold = ({ target }: PointerEvent) => {
    if (target instanceof Node && cell.contains(target)) return;
    cell.dataset['held'] = '';
    const released = new AbortController();
    const release = () => {
      released.abort();
      // The click belongs to the press, and comes after this.
      setTimeout(() => delete cell.dataset['held']);
    };
    for (const end of ['pointerup', 'pointercancel']) window.addEventListener(end, release, { signal: released.signal });
  };
  window.addEventListener('pointerdown', hold, true);
  cell.addEventListener('blur', () => window.removeEventListener('pointerdown', hold, true), { once: true });
}
