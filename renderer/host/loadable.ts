// Something that is fetched once, when it is first wanted, and can be read without waiting from then on.

export interface Loadable<T> {
  /**
   * Fetches it, once. The promise carries its value in the fields in which React's `use` looks for it, so that what is there is drawn at once.
   * A failure stays: the page that shows it offers to load everything again.
   */
  readonly load: () => Promise<T>;
}

export function loadable<T>(fetch: () => Promise<T>): Loadable<T> {
  let loading: Promise<T> | undefined;
  const begin = (): Promise<T> => {
    const fetching: Promise<T> = fetch().then((value) => {
      void Object.assign(fetching, { status: 'fulfilled', value });
      return value;
    });
    return fetching;
  };
  return { load: () => (loading ??= begin()) };
}
