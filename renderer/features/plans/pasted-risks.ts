// Reads pasted lines as risks: what may go wrong, and what is done about it.
import type { Pasted } from '../../ui/grid/pasted.ts';
import { pastedTable, type TableShape } from '../../ui/grid/pasted-table.ts';

const shape: TableShape<'text' | 'response'> = {
  columns: ['text', 'response'],
  headings: {
    text: /^(?:risks?|threats?|hazards?|assumptions?|what (?:may|could|might) go wrong|risques?|menaces?|hypotheses?)$/,
    response:
      /^(?:responses?|mitigations?(?: measures?)?|measures?|actions?|what we do about it|countermeasures?|ce que nous ferons|reponses?|mesures?(?: d'attenuation| prises| correctives)?|attenuations?|parades?)$/,
  },
};

/**
 * Reads what was pasted into the grid of risks; cells of columns that it does not have, such as likelihood, stand behind the risk.
 * @returns null when it is one line without columns: it is pasted as text then
 */
export function pastedRisks(pasted: Pasted): readonly { readonly text: string; readonly response: string }[] | null {
  return pastedTable(pasted, shape);
}
