// Texts to choose from while typing. They are worked out when the field is entered: there may be hundreds, and most fields are never entered.
import { useState, type ReactNode } from 'react';

/** The texts, or how to get them. */
export type Proposals = readonly string[] | (() => readonly string[]);

interface ProposalTies {
  readonly list: string | undefined;
  readonly onFocus: () => void;
}

/**
 * @param id of the field
 * @returns what ties the field to the texts, and the texts, to be drawn beside it
 */
export function useProposals(id: string, proposals: Proposals | undefined): { readonly ties: ProposalTies; readonly options: ReactNode } {
  const [isEntered, setEntered] = useState(false);
  const isOffered = isEntered && proposals !== undefined;
  const listId = `${id}-list`;
  return {
    ties: { list: isOffered ? listId : undefined, onFocus: () => setEntered(true) },
    options: isOffered && <ProposalList id={listId} proposals={proposals} />,
  };
}

function ProposalList({ id, proposals }: { readonly id: string; readonly proposals: Proposals }): ReactNode {
  const texts = typeof proposals === 'function' ? proposals() : proposals;
  return (
    <datalist id={id}>
      {texts.map((text) => (
        <option key={text} value={text}>
          {text}
        </option>
      ))}
    </datalist>
  );
}
