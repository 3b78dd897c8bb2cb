// The contacts of a person: a line for each, with the consent for it. Of each kind there is always a line to type in.
import { IconAlertTriangle, IconPlus, IconTrash } from '@tabler/icons-react';
import { useId, useRef, useState, type ReactNode } from 'react';
import { withConsent, type ContactKind } from '../../../shared/domain/people/contacts.ts';
import { isEmailValid, isPhoneUsual } from '../../../shared/domain/people/import-contacts.ts';
import type { Contact } from '../../../shared/domain/people/model.ts';
import { contactKinds } from '../../../shared/domain/people/values.ts';
import { useTypedAutosave, type Binding } from '../../ui/autosave.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { ConflictChoice } from '../../ui/conflict-choice.tsx';
import { Field } from '../../ui/field.tsx';
import { CheckInput } from '../../ui/inputs.tsx';
import { OpenValues } from '../../ui/open-values.tsx';
import { useWords, type Words } from '../../ui/language.ts';
import classes from './people.module.css';

interface ContactsFieldProps extends Binding<readonly Contact[]> {
  readonly isReadOnly: boolean;
}

interface Line {
  readonly kind: ContactKind;
  /** Place among all contacts; null: nothing is typed in it yet. */
  readonly index: number | null;
}

/** A line whose text was taken away stays while somebody is in it, and is no contact when the field is left. */
export function ContactsField({ value, onSave, target, isReadOnly }: ContactsFieldProps): ReactNode {
  const t = useWords();
  const autosave = useTypedAutosave({ value, onSave, target }, { isReadOnly });
  const { shown, isUnsent, refusal, change, flush } = autosave;
  /** Empty lines beyond the one that is there when nothing is known. */
  const [added, setAdded] = useState<Readonly<Record<ContactKind, number>>>({ email: 0, phone: 0 });
  /** The line that the cursor is in: half an address is not remarked on. */
  const [typingIn, setTypingIn] = useState<string | null>(null);
  const id = useId();
  const container = useRef<HTMLFieldSetElement>(null);
  const linesOf = (kind: ContactKind): readonly Line[] => {
    const known = shown.flatMap((contact, index): readonly Line[] => (contact.kind === kind ? [{ kind, index }] : []));
    const empty = isReadOnly ? 0 : Math.max(added[kind], known.length === 0 ? 1 : 0);
    return [...known, ...Array.from({ length: empty }, (): Line => ({ kind, index: null }))];
  };
  const type = ({ kind, index }: Line, text: string) => {
    if (index !== null) return change(shown.map((contact, other) => (other === index ? { ...contact, value: text } : contact)));
    change([...shown, { kind, value: text, consent: [] }]);
    setAdded((lines) => ({ ...lines, [kind]: Math.max(0, lines[kind] - 1) }));
  };
  const tick = (index: number, agrees: boolean) => {
    change(shown.map((contact, other) => (other === index ? withConsent(contact, agrees) : contact)));
    flush();
  };
  const remove = ({ kind, index }: Line) => {
    if (index === null) return setAdded((lines) => ({ ...lines, [kind]: Math.max(0, lines[kind] - 1) }));
    change(shown.filter((_, other) => other !== index));
    flush();
    focusLast(container.current, kind);
  };
  const add = (kind: ContactKind) => {
    // One empty line of a kind at most: it stands where the contact will stand that is typed into it, so that the cursor stays there too.
    setAdded((lines) => ({ ...lines, [kind]: 1 }));
    requestAnimationFrame(() => focusLast(container.current, kind));
  };
  const leave = () => {
    const kept = shown.filter((contact) => contact.value.trim() !== '');
    if (kept.length < shown.length) change(kept);
    flush();
  };
  return (
    // Blur bubbles up from the fields: leaving any of them saves, leaving all of them tidies.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset
      ref={container}
      className={classes.contacts}
      onBlur={(event) => (event.currentTarget.contains(event.relatedTarget) ? flush() : leave())}
    >
      <legend>{t('people:contacts.title')}</legend>
      {contactKinds.flatMap((kind) =>
        linesOf(kind).map((line, place, lines) => {
          const contact = line.index === null ? undefined : shown[line.index];
          const unusual = contact && typingIn !== `${kind} ${place}` ? unusualWords(t, contact) : null;
          const label =
            place === 0 ? t(`people:field.${kind}`) : t('people:contacts.nth', { kind: t(`people:field.${kind}`), number: place + 1 });
          return (
            // A contact has no id: its place among those of its kind is what it is.
            // oxlint-disable-next-line react/no-array-index-key
            <div key={`${kind} ${place}`} className={classes.contact}>
              <Field label={label} name={place === 0 ? kind : undefined} error={place === 0 ? refusal : null}>
                {(ties) => (
                  <input
                    {...ties}
                    aria-describedby={unusual === null ? ties['aria-describedby'] : `${id}-${kind}-${place}`}
                    type="text"
                    inputMode={kind === 'email' ? 'email' : 'tel'}
                    autoComplete="off"
                    data-contact={kind}
                    data-unsent={isUnsent || undefined}
                    value={contact?.value ?? ''}
                    readOnly={isReadOnly}
                    onChange={(event) => type(line, event.target.value)}
                    onFocus={() => setTypingIn(`${kind} ${place}`)}
                    onBlur={() => setTypingIn(null)}
                  />
                )}
              </Field>
              {contact && line.index !== null && (
                <CheckInput
                  label={
                    <>
                      {t('people:contacts.shared')}
                      <span className="visually-hidden"> {contact.value}</span>
                    </>
                  }
                  value={contact.consent.includes('packs')}
                  isReadOnly={isReadOnly}
                  onChange={(agrees) => tick(line.index as number, agrees)}
                />
              )}
              {!isReadOnly && (contact !== undefined || lines.length > 1) && (
                <IconButton
                  label={contact?.value ? t('people:contacts.remove', { contact: contact.value }) : t('people:contacts.removeEmpty')}
                  icon={<IconTrash size={18} stroke={1.75} />}
                  onClick={() => remove(line)}
                />
              )}
              {unusual !== null && (
                <p id={`${id}-${kind}-${place}`} className={classes.contactWarning}>
                  <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
                  <span>{unusual}</span>
                </p>
              )}
            </div>
          );
        }),
      )}
      <OpenValues target={target} />
      <ConflictChoice autosave={autosave} words={(contacts) => contacts.map((contact) => contact.value).join('\n')} />
      {!isReadOnly && (
        <div className={classes.tools}>
          {contactKinds.map((kind) => (
            <Button key={kind} kind="quiet" icon={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={() => add(kind)}>
              {t(`people:contacts.add.${kind}`)}
            </Button>
          ))}
        </div>
      )}
      <p className={classes.quiet}>{t('people:contacts.consentHelp')}</p>
    </fieldset>
  );
}

/** Kept as typed, and said: a list that is read warns of the same. */
function unusualWords(t: Words, { kind, value }: Contact): string | null {
  if (value.trim() === '') return null;
  if (kind === 'email') return isEmailValid(value) ? null : t('import:remark.email-invalid', { value });
  return isPhoneUsual(value) ? null : t('import:remark.phone-unusual', { value });
}

function focusLast(container: HTMLElement | null, kind: ContactKind): void {
  const lines = container?.querySelectorAll<HTMLInputElement>(`input[data-contact="${kind}"]`);
  lines?.[lines.length - 1]?.focus();
}
