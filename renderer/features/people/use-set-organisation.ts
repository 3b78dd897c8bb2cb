// Sets the organisation of a person by its name and the person's country: a known one is found whatever its case and accents, a new one is made.
import { useCallback } from 'react';
import { countriesAgree, groupKey } from '../../../shared/domain/people/import-text.ts';
import type { Organisation, OrganisationId, Participant } from '../../../shared/domain/people/model.ts';
import { useHost } from '../../state/host-context.tsx';
import { useSave } from '../../state/use-setter.ts';
import { useSession } from '../../state/workshop-context.tsx';
import type { SaveAnswer } from '../../ui/autosave.ts';

export type SetOrganisation = (person: Participant, name: string) => Promise<SaveAnswer<string>>;

export function useSetOrganisation(): SetOrganisation {
  const save = useSave();
  const { newId } = useHost();
  const { store } = useSession();
  return useCallback(
    async (person, name) => {
      const set = (value: OrganisationId | null) =>
        save<string>({ name: 'participantSet', id: person.id, field: 'organisationId', value, was: person.organisationId });
      if (name === '') return set(null);
      const ofName = store.list('organisations').filter((organisation) => groupKey(organisation.name) === groupKey(name));
      const isOfCountry = ({ country }: Organisation) => groupKey(country) === groupKey(person.country);
      // The ministry of one country is not that of another.
      const known = ofName.find(isOfCountry) ?? ofName.find(({ country }) => countriesAgree(country, person.country));
      if (known) return set(known.id);
      const id = newId() as Organisation['id'];
      return save<string>({ name: 'organisationAddFor', id, organisation: name, participantId: person.id, was: person.organisationId });
    },
    [newId, save, store],
  );
}
