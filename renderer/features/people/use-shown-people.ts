// The rows of the people table, held in place while the keyboard is in one of them.
import { useMemo, useState, type FocusEvent } from 'react';
import type { Participant, ParticipantId } from '../../../shared/domain/people/model.ts';
import { useView } from '../../state/workshop-context.tsx';
import { useFormats } from '../../ui/formats.ts';
import { isTextField } from '../../ui/keys.ts';
import { heldInPlace, shownPeople, type PeopleFilter } from './people-list.ts';

interface ShownPeople {
  readonly rows: readonly Participant[];
  /** For the element around the table: rows stand still while a text field inside has the focus. */
  readonly holding: { readonly onFocus: (event: FocusEvent) => void; readonly onBlur: (event: FocusEvent) => void };
}

export function useShownPeople(filter: PeopleFilter, namesakes: ReadonlyMap<ParticipantId, readonly Participant[]>): ShownPeople {
  const view = useView('participants', 'organisations', 'teams', 'topicGroups');
  const { compare } = useFormats();
  const [held, setHeld] = useState<readonly string[] | null>(null);
  const shown = useMemo(() => shownPeople(view, filter, { namesakes, compare }), [view, filter, namesakes, compare]);
  const rows = useMemo(() => (held ? heldInPlace(view, held, shown) : shown), [held, shown, view]);
  return {
    rows,
    holding: {
      onFocus: ({ target }) => {
        if (isTextField(target)) setHeld((ids) => ids ?? rows.map(({ id }) => id));
      },
      onBlur: ({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setHeld(null);
      },
    },
  };
}
