// Prepare → Teams: the country teams as columns of names, the topic groups as the second view of the same people, and the organisations that they come from.
import type { ReactNode } from 'react';
import { useCollection } from '../../state/workshop-context.tsx';
import { useWords } from '../../ui/language.ts';
import { FilterBar } from './filter-bar.tsx';
import { GroupBoard } from './group-board.tsx';
import { OrganisationsTable } from './organisations-table.tsx';
import { KnownOrganisations } from './organisation-input.tsx';
import classes from './people.module.css';
import { PersonDrawer } from './person-drawer.tsx';
import { TeamBoard } from './team-board.tsx';
import { useSelected } from './use-selected.ts';

export function TeamsScreen(): ReactNode {
  const t = useWords();
  const [view, setView] = useSelected('view');
  const [group] = useSelected('group');
  const [personId, setPersonId] = useSelected('person');
  const teams = useCollection('teams').length;
  const groups = useCollection('topicGroups').length;
  const organisations = useCollection('organisations').length;
  const shown = view === 'organisations' ? view : view === 'groups' || group !== null ? 'groups' : 'teams';
  return (
    <>
      <div className={classes.toolRow}>
        <FilterBar
          label={t('people:board.views')}
          options={[
            { value: 'teams', label: t('people:board.teams'), count: teams },
            { value: 'groups', label: t('people:board.groups'), count: groups },
            { value: 'organisations', label: t('people:board.organisations'), count: organisations },
          ]}
          value={shown}
          onChange={(next) => setView(next === 'teams' ? null : next)}
        />
        {shown !== 'organisations' && <p className={classes.quiet}>{t('people:board.hint')}</p>}
      </div>
      {shown === 'groups' && <GroupBoard onOpenPerson={setPersonId} />}
      {shown === 'teams' && <TeamBoard onOpenPerson={setPersonId} />}
      {shown === 'organisations' && <OrganisationsTable />}
      <KnownOrganisations />
      <PersonDrawer id={personId} onOpen={setPersonId} onClose={() => setPersonId(null)} />
    </>
  );
}
