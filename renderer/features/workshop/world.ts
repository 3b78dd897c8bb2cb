// Countries and time zones as the browser knows them: nothing of this is shipped or fetched.
import { useCallback, useMemo } from 'react';
import { useFormats } from '../../ui/formats.ts';
import type { Option } from '../../ui/inputs.tsx';

/** Region codes that name no country. */
const notCountries = new Set(['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'ZZ']);

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');

/** @returns a function that lists today's names of countries in the interface's language, sorted */
export function useCountryNames(): () => readonly string[] {
  const formats = useFormats();
  return useCallback(() => {
    const names = new Intl.DisplayNames([formats.language], { type: 'region', fallback: 'none' });
    const codes = letters.flatMap((first) => letters.map((second) => first + second)).filter((code) => !notCountries.has(code));
    const found = codes.map((code) => names.of(code)).filter((name) => name !== undefined);
    return [...new Set(found)].toSorted(formats.compare);
  }, [formats]);
}

/** Time zones to choose from; one that the browser does not list is kept as it is. */
export function useTimeZones(current: string): readonly Option[] {
  return useMemo(() => {
    const zones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), current]);
    return [...zones].filter(Boolean).map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
  }, [current]);
}
