// The organisations that people come from: their names, types and countries, how many come from each, and two that are one.
import { IconTrash, IconUsersGroup } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { Failure } from '../../../shared/contract/failures.ts';
import type { Organisation } from '../../../shared/domain/people/model.ts';
import { organisationTypes } from '../../../shared/domain/people/values.ts';
import { useSetter } from '../../state/use-setter.ts';
import { useSayDone } from '../../state/use-undo.ts';
import { useCollection, useExecute, useSessionState } from '../../state/workshop-context.tsx';
import { SelectCell, TextCell } from '../../ui/cells.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { useFormats } from '../../ui/formats.ts';
import { RowMenu } from '../../ui/grid/row-menu.tsx';
import { useWords } from '../../ui/language.ts';
import { MergeDialog } from './merge-dialog.tsx';
import classes from './people.module.css';
import { RefusalNote } from './refusal-note.tsx';

export function OrganisationsTable(): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const { isReadOnly } = useSessionState();
  const organisations = useCollection('organisations');
  const people = useCollection('participants');
  const [mergingId, setMergingId] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const remove = useRemoveOrganisation(setFailure);
  const { compare } = formats;
  const rows = useMemo(
    () => organisations.toSorted((a, b) => compare(a.name, b.name) || compare(a.country, b.country) || (a.id < b.id ? -1 : 1)),
    [organisations, compare],
  );
  const sizes = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { organisationId } of people) if (organisationId !== null) counts.set(organisationId, (counts.get(organisationId) ?? 0) + 1);
    return counts;
  }, [people]);
  if (rows.length === 0) return <p className={classes.quiet}>{t('people:organisations.none')}</p>;
  const columns: readonly Column<Organisation>[] = [
    {
      key: 'name',
      header: t('people:organisations.name'),
      cell: (organisation) => <OrganisationTextCell organisation={organisation} field="name" isReadOnly={isReadOnly} />,
    },
    {
      key: 'type',
      width: '16rem',
      header: t('people:organisations.type'),
      cell: (organisation) => <TypeCell organisation={organisation} isReadOnly={isReadOnly} />,
    },
    {
      key: 'country',
      width: '14rem',
      header: t('people:field.country'),
      cell: (organisation) => <OrganisationTextCell organisation={organisation} field="country" isReadOnly={isReadOnly} />,
    },
    {
      key: 'people',
      width: '6rem',
      align: 'right',
      header: t('people:organisations.people'),
      cell: ({ id }) => formats.number(sizes.get(id) ?? 0),
    },
    {
      key: 'menu',
      width: '3rem',
      header: <span className="visually-hidden">{t('people:organisations.actions')}</span>,
      cell: (organisation) =>
        !isReadOnly && (
          <RowMenu
            label={t('people:menu', { name: organisation.name })}
            actions={[
              {
                label: t('people:merge.organisations.open'),
                icon: <IconUsersGroup size={16} stroke={1.75} />,
                run: () => setMergingId(organisation.id),
              },
              { label: t('remove'), icon: <IconTrash size={16} stroke={1.75} />, run: () => void remove(organisation) },
            ]}
          />
        ),
    },
  ];
  return (
    <>
      {failure && <RefusalNote failure={failure} onClose={() => setFailure(null)} />}
      <div className={classes.tablePanel}>
        <DataTable
          label={t('people:board.organisations')}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          fill="inputs"
          minWidth="48rem"
          isLong
        />
      </div>
      {mergingId !== null && (
        <MergeDialog collection="organisations" id={mergingId} onClose={() => setMergingId(null)} onMerged={() => setMergingId(null)} />
      )}
    </>
  );
}

interface OrganisationCellProps {
  readonly organisation: Organisation;
  readonly isReadOnly: boolean;
}

function OrganisationTextCell({
  organisation,
  field,
  isReadOnly,
}: OrganisationCellProps & { readonly field: 'name' | 'country' }): ReactNode {
  const t = useWords();
  const bind = useSetter('organisationSet', organisation);
  const column = t(field === 'name' ? 'people:organisations.name' : 'people:field.country');
  return <TextCell label={t('people:cell', { column, name: organisation.name })} name={field} isReadOnly={isReadOnly} {...bind(field)} />;
}

function TypeCell({ organisation, isReadOnly }: OrganisationCellProps): ReactNode {
  const t = useWords();
  const bind = useSetter('organisationSet', organisation);
  const options = organisationTypes.map((type) => ({ value: type, label: t(`changes:choice.organisations.type.${type}`) }));
  const label = t('people:cell', { column: t('people:organisations.type'), name: organisation.name });
  return <SelectCell label={label} name="type" isReadOnly={isReadOnly} options={options} {...bind('type')} />;
}

/** Its people stay, without an organisation. */
function useRemoveOrganisation(onFailure: (failure: Failure) => void): (organisation: Organisation) => Promise<void> {
  const t = useWords();
  const execute = useExecute();
  const sayDone = useSayDone();
  return async ({ id, name }) => {
    const answer = await execute({ name: 'organisationRemove', id });
    if (!answer.ok) return onFailure(answer.failure);
    sayDone(t('people:organisations.removed', { name }));
  };
}
