// A link to a field: `?field=place` puts the focus into the field of that name and shows it.
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { leadInto } from '../ui/lead-into.ts';

/** For pages whose fields carry `name`, or cells `data-cell`. */
export function useFieldOfAddress(): void {
  const [query] = useSearchParams();
  const field = query.get('field');
  useEffect(() => {
    if (field === null) return;
    const name = CSS.escape(field);
    const element = document.querySelector<HTMLElement>(`[name="${name}"], [data-cell="${name}"]`);
    if (!element) return;
    leadInto(element);
    element.scrollIntoView({ block: 'center' });
  }, [field]);
}
