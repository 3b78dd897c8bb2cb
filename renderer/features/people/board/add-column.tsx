// The last place of a board: a name and Enter add a column.
import { IconPlus } from '@tabler/icons-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import { tidied } from '../../../../shared/domain/people/import-text.ts';
import { useSmallForm } from '../../../state/use-held-form.ts';
import { Button } from '../../../ui/button.tsx';
import { TextInput } from '../../../ui/inputs.tsx';
import classes from './board.module.css';

interface AddColumnProps {
  /** Under which the host keeps the name while it is typed. */
  readonly draft: 'team' | 'topic-group';
  readonly label: string;
  readonly action: string;
  readonly missing: string;
  /** What columns are for, while there is none. */
  readonly help?: string | undefined;
  /** Answers why the column could not be added, in words. */
  readonly onAdd: (name: string) => Promise<string | null>;
  /** A second way, such as a list to choose from. */
  readonly children?: ReactNode;
}

const noName = { name: '' };

export function AddColumn({ draft, label, action, missing, help, onAdd, children }: AddColumnProps): ReactNode {
  const form = useSmallForm(draft, noName);
  const { name } = form.value;
  const [error, setError] = useState<string | null>(null);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = tidied(name);
    if (wanted === '') return setError(missing);
    form.clear();
    const refusal = await onAdd(wanted);
    setError(refusal);
    if (refusal !== null) form.set({ name: wanted });
  };
  return (
    <form className={classes.add} onSubmit={(event) => void add(event)}>
      <TextInput
        label={label}
        help={help}
        value={name}
        error={error}
        onChange={(next) => {
          form.set({ name: next });
          setError(null);
        }}
      />
      <Button type="submit" icon={<IconPlus size={16} stroke={1.75} />}>
        {action}
      </Button>
      {children}
    </form>
  );
}
