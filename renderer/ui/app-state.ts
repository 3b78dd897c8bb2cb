// Says in the page itself whether it is still loading: `data-app-state` on <html>, for tests and for assistive tools.

let reasons = 0;

function show(): void {
  document.documentElement.dataset['appState'] = reasons === 0 ? 'ready' : 'loading';
}

/** Marks the page as loading until the returned function is called. */
export function beginLoading(): () => void {
  let isOver = false;
  reasons += 1;
  show();
  return () => {
    if (isOver) return;
    isOver = true;
    reasons -= 1;
    show();
  };
}
