// "our proposal": stands beside everything that is offered and that no public source has. Entries say themselves where they come from.
import type { ReactNode } from 'react';
import type { InstrumentId, Provenance } from '../../../shared/domain/framework/model.ts';
import { useContent } from '../../state/content-context.tsx';
import { useWords } from '../../ui/language.ts';
import { Chip } from '../../ui/words.tsx';

/** The word for lists of plain lines; undefined where a public source is behind it. */
export function useProvenanceWord(): (source: Provenance) => string | undefined {
  const t = useWords();
  return (source) => (source === 'ours' ? t('framework:ours') : undefined);
}

export function ProvenanceMark({ source }: { readonly source: Provenance }): ReactNode {
  const word = useProvenanceWord()(source);
  return word !== undefined && <Chip>{word}</Chip>;
}

/** The mark of a scale, a rhythm or a form. */
export function InstrumentMark({ id }: { readonly id: InstrumentId }): ReactNode {
  const { instruments } = useContent().framework;
  const instrument = instruments.find((entry) => entry.id === id);
  return instrument && <ProvenanceMark source={instrument.source} />;
}
