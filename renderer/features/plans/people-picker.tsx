// Chooses people by a few letters: as a cell of the step grid (several) or as a field (one).
// Enter or Tab takes the marked name, Backspace takes the last one off, Escape closes the list.
import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import { memo, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { ParticipantId } from '../../../shared/domain/people/model.ts';
import type { Binding } from '../../ui/autosave.ts';
import { ConflictChoice } from '../../ui/conflict-choice.tsx';
import { unclearWords } from '../../ui/date-input.ts';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { OpenValues } from '../../ui/open-values.tsx';
import { useTypedText } from '../../ui/typed-text.ts';
import { findPeople } from './find-people.ts';
import type { PlanPeople, PlanPerson } from './plan-people.ts';
import choices from '../../ui/choices.module.css';
import classes from './people-picker.module.css';

interface PeoplePickerProps extends Binding<readonly ParticipantId[]> {
  readonly people: PlanPeople;
  /** Spoken name. */
  readonly label: string;
  /** Address of the field for links: `data-cell`. */
  readonly name: string;
  readonly look: 'cell' | 'field';
  /** A new choice takes the place of the old one. */
  readonly isSingle?: boolean;
  readonly isReadOnly?: boolean;
  /** Ties a visible label to the input. */
  readonly inputId?: string;
  /** Id of the form that the input belongs to. */
  readonly form?: string;
}

export const PeoplePicker = memo(function PeoplePicker(props: PeoplePickerProps): ReactNode {
  const { value, onSave, target, typed: kept, people, label, name, look, isSingle = false, isReadOnly = false, inputId, form } = props;
  const t = useWords();
  const { compare } = useFormats();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  // Several people are set one by one: letters that name nobody are the words beside them.
  const text = useTypedText<readonly ParticipantId[]>(
    { value, onSave, target, typed: kept, isReadOnly },
    { read: () => null, write: () => '' },
  );
  const { autosave } = text;
  const chosen = autosave.shown.value;
  const typed = text.text;
  const setTyped = text.change;
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  /** The mark was set by hand: whoever bears it has been seen. */
  const [isPointed, setPointed] = useState(false);
  const found = isOpen ? findPeople(people.offered, typed, compare).filter((person) => !chosen.includes(person.id)) : [];
  const marked = found[Math.min(active, found.length - 1)];
  const isUnclear = typed.trim() !== '' && !isOpen;
  // Leaving a field accepts nobody of another team: half a word such as "MoH" would choose a stranger in silence.
  const mayTakeUnseen = (person: PlanPerson | undefined) => person !== undefined && (person.isTeamMember || isPointed);

  const { set } = text;
  const nameOf = (personId: ParticipantId) => people.byId.get(personId)?.fullName ?? '';
  const open = (letters: string) => {
    setTyped(letters);
    setOpen(true);
    setActive(0);
    setPointed(false);
  };
  const point = (place: number) => {
    setActive(place);
    setPointed(true);
  };
  const close = () => {
    text.revert();
    setOpen(false);
  };
  const take = (person: PlanPerson) => {
    set(isSingle ? [person.id] : [...chosen, person.id]);
    setOpen(false);
  };
  const onBlur = () => {
    setOpen(false);
    // A single answer is what was meant; of several none is guessed, the letters stay and say so.
    const only = typed.trim() !== '' && found.length === 1 ? found[0] : undefined;
    if (only && mayTakeUnseen(only)) take(only);
    else text.finish();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const isTyped = typed.trim() !== '';
    const use = (action: () => void) => {
      event.preventDefault();
      action();
    };
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        const step = event.key === 'ArrowDown' ? 1 : -1;
        if (isOpen && found.length > 0) use(() => point((Math.min(active, found.length - 1) + step + found.length) % found.length));
        else if (look === 'field') use(() => open(typed));
        return;
      }
      case 'Enter':
        if (isOpen && marked) use(() => take(marked));
        else if (isTyped) use(() => open(typed));
        return;
      case 'Tab':
        if (isTyped && marked && mayTakeUnseen(marked)) take(marked);
        return;
      case ',':
      case ';':
        if (isTyped && marked && mayTakeUnseen(marked)) use(() => take(marked));
        return;
      case ' ':
        if (typed === '' && !isOpen) use(() => open(''));
        return;
      case 'Backspace':
        if (typed === '' && chosen.length > 0) use(() => set(chosen.slice(0, -1)));
        return;
      case 'Escape':
        if (isOpen || isTyped) use(close);
        return;
      default:
    }
  };
  const takeOff = (person: ParticipantId) => {
    // What is typed beside the names stays.
    autosave.change({ ...autosave.shown, value: chosen.filter((other) => other !== person) });
    autosave.flush();
    input.current?.focus();
  };

  const unclearPerson = () => {
    const stranger = findPeople(people.offered, typed, compare).find((person) => !chosen.includes(person.id));
    const isStranger = stranger !== undefined && !stranger.isTeamMember;
    const reason = isStranger ? t('plans:people.ofAnotherTeam', { name: stranger.fullName }) : t('plans:people.choose');
    return unclearWords(t, text, reason);
  };
  const words = autosave.refusal ?? (isUnclear ? unclearPerson() : null);
  return (
    <div className={classes.picker} data-look={look}>
      <div
        className={classes.box}
        data-read-only={isReadOnly || undefined}
        data-unclear={isUnclear || undefined}
        data-kept={text.isKept || undefined}
      >
        {chosen.map((personId, index) => (
          <Token
            key={personId}
            person={people.byId.get(personId)}
            isMore={index >= shownInCell}
            onRemove={isReadOnly ? null : () => takeOff(personId)}
          />
        ))}
        {[1, shownInCell]
          .filter((shown) => chosen.length > shown)
          .map((shown) => (
            <span
              key={shown}
              className={classes.more}
              data-narrow={shown < shownInCell || undefined}
              title={chosen.map(nameOf).join(', ')}
              aria-hidden
            >
              {t('andMore', { number: chosen.length - shown })}
            </span>
          ))}
        <input
          ref={input}
          id={inputId}
          className={classes.input}
          form={form}
          role="combobox"
          type="text"
          autoComplete="off"
          aria-label={label}
          aria-expanded={isOpen}
          aria-controls={isOpen ? `${id}-list` : undefined}
          aria-activedescendant={isOpen && marked ? `${id}-${marked.id}` : undefined}
          aria-autocomplete="list"
          aria-invalid={words !== null || undefined}
          aria-describedby={words === null ? undefined : `${id}-words`}
          data-cell={name}
          data-unsent={text.isTyping || undefined}
          data-kept={text.isKept || undefined}
          title={text.isKept ? (words ?? undefined) : undefined}
          value={typed}
          readOnly={isReadOnly}
          onChange={(event) => open(event.target.value)}
          onClick={() => !isReadOnly && open(typed)}
          onBlur={onBlur}
          onKeyDown={isReadOnly ? undefined : onKeyDown}
        />
        {text.isKept && <IconAlertTriangle className={classes.keptMark} size={16} stroke={1.75} aria-hidden />}
      </div>
      {isOpen && <Choices id={id} found={found} marked={marked} label={label} onTake={take} />}
      <output className="visually-hidden">{isOpen ? t('plans:people.found', { count: found.length }) : ''}</output>
      {words !== null && (
        <p className={classes.words} id={`${id}-words`} data-quiet={(text.isKept && look === 'cell') || undefined}>
          {words}
        </p>
      )}
      <ConflictChoice
        autosave={autosave}
        words={({ value: ids, asTyped }) => [...ids.map(nameOf), asTyped].filter((each) => each !== '').join(', ')}
      />
      <OpenValues target={target} />
    </div>
  );
});

/** Names of a cell while nobody is in it, one where the grid is narrow; of the others only the number shows. */
const shownInCell = 2;

interface TokenProps {
  readonly person: PlanPerson | undefined;
  readonly isMore: boolean;
  readonly onRemove: (() => void) | null;
}

function Token({ person, isMore, onRemove }: TokenProps): ReactNode {
  const t = useWords();
  const name = person?.fullName ?? '';
  return (
    <span
      className={classes.token}
      data-person={person?.id}
      data-more={isMore || undefined}
      title={person && (person.replacedBy === null ? person.caption : t('plans:people.replaced', { name, by: person.replacedBy }))}
    >
      {name}
      {onRemove && (
        // The keyboard takes people off by Backspace: no extra stop for Tab in every cell.
        <button type="button" className={classes.takeOff} tabIndex={-1} aria-label={t('plans:people.remove', { name })} onClick={onRemove}>
          <IconX size={14} stroke={1.75} aria-hidden />
        </button>
      )}
    </span>
  );
}

interface ChoicesProps {
  readonly id: string;
  readonly found: readonly PlanPerson[];
  readonly marked: PlanPerson | undefined;
  readonly label: string;
  readonly onTake: (person: PlanPerson) => void;
}

/** Longer lists are narrowed by typing. */
const mostShown = 40;

function Choices({ id, found, marked, label, onTake }: ChoicesProps): ReactNode {
  const t = useWords();
  if (found.length === 0) {
    return (
      <div className={`${choices.list} ${classes.list}`} id={`${id}-list`}>
        <p className={classes.nobody}>{t('plans:people.nobody')}</p>
      </div>
    );
  }
  return (
    // A native list cannot show captions or follow letters typed in another element.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div className={`${choices.list} ${classes.list}`} id={`${id}-list`} role="listbox" aria-label={label} ref={scrollIntoView}>
      {found.slice(0, mostShown).map((person) => (
        // Keys are handled in the combobox, which keeps the focus.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={person.id}
          id={`${id}-${person.id}`}
          className={`${choices.option} ${classes.option}`}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="option"
          tabIndex={-1}
          aria-selected={person === marked}
          ref={person === marked ? scrollIntoView : undefined}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(person)}
        >
          <span className={classes.optionName}>{person.fullName}</span>
          <span className={classes.caption}>{person.caption}</span>
        </div>
      ))}
    </div>
  );
}

function scrollIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
