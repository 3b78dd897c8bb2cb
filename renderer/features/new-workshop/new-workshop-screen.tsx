// The form for a new workshop from a template. Nothing exists until it is created; from then on everything is saved as it is typed.
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { WorkshopTemplate } from '../../../shared/domain/agenda/template.ts';
import { addDays, dateInZone, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Organiser } from '../../../shared/domain/workshop/model.ts';
import { addressOf } from '../../app/routes.ts';
import { useContentResult, useLocalText } from '../../state/content-context.tsx';
import { failureMessage } from '../../state/failure-message.ts';
import { useClient, useNow, useSettings } from '../../state/host-context.tsx';
import { useBegunForm } from '../../state/use-begun-form.ts';
import { useHeldForm } from '../../state/use-held-form.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceInput } from '../../ui/choice-field.tsx';
import { DateInput } from '../../ui/date-field.tsx';
import { FieldGrid } from '../../ui/field.tsx';
import { SelectInput, TextInput } from '../../ui/inputs.tsx';
import { useLanguage, useWords } from '../../ui/language.ts';
import { ListInput } from '../../ui/list-field.tsx';
import { Note } from '../../ui/note.tsx';
import { Page, Panel } from '../../ui/page.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { ProvenanceMark, useProvenanceWord } from '../framework/provenance-mark.tsx';
import { DayList } from '../workshop/day-list.tsx';
import { languageOptions, languagesOf, noLanguage } from '../workshop/languages.ts';
import { OrganisersInput } from '../workshop/organisers.tsx';
import { useCountryNames, useTimeZones } from '../workshop/world.ts';

export function NewWorkshopScreen(): ReactNode {
  const t = useWords();
  const content = useContentResult();
  const templates = content.ok ? content.value.templates : [];
  const first = templates[0];
  const begun = useBegunForm(formKey);
  if (begun === null) return <Waiting />;
  if (content.ok && first) return <BegunForm templates={templates} first={first} begun={begun.value} />;
  return (
    <Page title={t('workshop:new.title')}>
      <Note tone="danger">
        <p>{failureMessage(t, content.ok ? { code: 'template-invalid', file: 'data/templates', place: '' } : content.failure)}</p>
      </Note>
    </Page>
  );
}

/** Where the host keeps what the form holds. */
const formKey = 'new-workshop';

interface FormState {
  readonly templateId: string;
  readonly title: string;
  readonly place: string;
  readonly country: string;
  readonly hosts: readonly string[];
  readonly partners: readonly string[];
  readonly funders: readonly string[];
  readonly organisers: readonly Organiser[];
  readonly objectives: readonly string[];
  readonly startDate: CalendarDate | null;
  readonly mainLanguage: string;
  readonly secondLanguage: string;
  readonly timezone: string;
}

interface BegunFormProps {
  readonly templates: readonly WorkshopTemplate[];
  readonly first: WorkshopTemplate;
  readonly begun: unknown;
}

/** The form as it was left; begun afresh it is another one. */
function BegunForm({ templates, first, begun }: BegunFormProps): ReactNode {
  const language = useLanguage();
  const { facilitatorName } = useSettings();
  const [empty] = useState<FormState>(() => ({
    templateId: first.id,
    title: '',
    place: '',
    country: '',
    hosts: [],
    partners: [],
    funders: [],
    organisers: [{ name: facilitatorName, role: 'facilitator' }],
    objectives: [],
    startDate: null,
    mainLanguage: language,
    secondLanguage: noLanguage,
    timezone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  }));
  const [start, setStart] = useState(() => ({ form: formOf(begun, empty), isBegun: begun !== null }));
  return (
    <NewWorkshopForm
      key={String(start.isBegun)}
      templates={templates}
      first={first}
      empty={empty}
      start={start.form}
      onAfresh={start.isBegun ? () => setStart({ form: empty, isBegun: false }) : null}
    />
  );
}

/** What another version of the product kept may lack a field, or hold something else in it. */
function formOf(kept: unknown, empty: FormState): FormState {
  if (typeof kept !== 'object' || kept === null) return empty;
  const isKind = (value: unknown, like: unknown) => typeof value === typeof like && Array.isArray(value) === Array.isArray(like);
  const fitting = Object.entries(kept).filter(
    ([name, value]) => (name === 'startDate' && typeof value === 'string') || isKind(value, empty[name as keyof FormState]),
  );
  return { ...empty, ...(Object.fromEntries(fitting) as Partial<FormState>) };
}

interface NewWorkshopFormProps extends Omit<BegunFormProps, 'begun'> {
  readonly empty: FormState;
  readonly start: FormState;
  /** Null: the form was empty when it was opened. */
  readonly onAfresh: (() => void) | null;
}

function NewWorkshopForm({ templates, first, empty, start, onAfresh }: NewWorkshopFormProps): ReactNode {
  const t = useWords();
  const text = useLocalText();
  const client = useClient();
  const navigate = useNavigate();
  const now = useNow();
  const countries = useCountryNames();
  const [isTried, setTried] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [form, setForm] = useState<FormState>(start);
  const letGo = useHeldForm({ workshopId: null, key: formKey, value: form, empty });
  const set =
    <Name extends keyof FormState>(name: Name) =>
    (value: FormState[Name]) =>
      setForm((before) => ({ ...before, [name]: value }));
  const field = <Name extends keyof FormState>(name: Name) => ({ name, value: form[name], onChange: set(name) });
  const zones = useTimeZones(form.timezone);
  const provenance = useProvenanceWord();
  const today = dateInZone(now(), form.timezone);
  const template = templates.find(({ id }) => id === form.templateId) ?? first;
  const { startDate } = form;

  const create = async () => {
    setTried(true);
    if (form.title.trim() === '' || startDate === null) return;
    const { templateId, mainLanguage, secondLanguage, ...basics } = form;
    const answer = await client.library.create({
      templateId,
      basics: {
        ...basics,
        title: form.title.trim(),
        startDate,
        organisers: form.organisers.filter(({ name }) => name.trim() !== ''),
        languages: languagesOf(mainLanguage, secondLanguage),
      },
    });
    if (answer.ok) {
      letGo();
      void navigate(addressOf('basics', answer.value));
    } else setProblem(failureMessage(t, answer.failure));
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // A field whose text was not understood still holds what was chosen before: nothing is made of that.
        const unclear = event.currentTarget.querySelector<HTMLElement>('[data-unclear]');
        if (unclear) unclear.focus();
        else void create();
      }}
    >
      <Page
        title={t('workshop:new.title')}
        lead={
          <>
            {text(template.summary)} <ProvenanceMark source={template.source} />
          </>
        }
        actions={
          <>
            <Button
              onClick={() => {
                letGo();
                void navigate(addressOf('home'));
              }}
            >
              {t('cancel')}
            </Button>
            <Button kind="primary" type="submit">
              {t('workshop:new.create')}
            </Button>
          </>
        }
      >
        {onAfresh !== null && (
          <Note
            tone="info"
            actions={
              <Button
                onClick={() => {
                  letGo();
                  onAfresh();
                }}
              >
                {t('workshop:new.afresh')}
              </Button>
            }
          >
            <p>{t('workshop:new.begun')}</p>
          </Note>
        )}
        {problem !== null && (
          <Note tone="danger">
            <p>{problem}</p>
          </Note>
        )}
        <Panel title={t('workshop:basics.what')}>
          <FieldGrid>
            <TextInput
              label={t('workshop:basics.title')}
              {...field('title')}
              wide
              // The form opens on request: it starts in its first field.
              // oxlint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
              required
              error={isTried && form.title.trim() === '' ? t('workshop:new.titleMissing') : null}
            />
            <TextInput label={t('workshop:basics.place')} help={t('workshop:basics.placeHelp')} {...field('place')} />
            <TextInput label={t('workshop:basics.country')} list={countries} {...field('country')} />
          </FieldGrid>
        </Panel>
        <Panel title={t('workshop:basics.when')}>
          <FieldGrid>
            {templates.length > 1 && (
              <SelectInput
                label={t('workshop:new.template')}
                {...field('templateId')}
                options={templates.map(({ id, title, source }) => ({
                  value: id,
                  label: [text(title), provenance(source)].filter((part) => part !== undefined).join(' · '),
                }))}
              />
            )}
            <DateInput
              label={t('workshop:new.start')}
              help={t('workshop:new.startHelp')}
              {...field('startDate')}
              reference={today}
              error={isTried && startDate === null ? t('workshop:new.startMissing') : null}
              warning={startDate !== null && startDate < today ? t('workshop:new.past') : null}
            />
            <ChoiceInput
              label={t('workshop:basics.timezone')}
              help={t('workshop:basics.timezoneHelp')}
              {...field('timezone')}
              options={zones}
            />
            <SelectInput
              label={t('workshop:basics.languages')}
              help={t('workshop:basics.languagesHelp')}
              {...field('mainLanguage')}
              options={languageOptions(t, [])}
            />
            <SelectInput
              label={t('workshop:basics.secondLanguage')}
              {...field('secondLanguage')}
              options={[{ value: noLanguage, label: t('workshop:basics.noSecond') }, ...languageOptions(t, [])]}
            />
          </FieldGrid>
          {startDate !== null && (
            <DayList days={template.days.map((day, index) => ({ date: addDays(startDate, index), label: text(day.label) }))} />
          )}
        </Panel>
        <Panel title={t('workshop:basics.who')}>
          <FieldGrid>
            <OrganisersInput {...field('organisers')} />
            <ListInput label={t('workshop:basics.hosts')} help={t('workshop:basics.hostsHelp')} {...field('hosts')} />
            <ListInput label={t('workshop:basics.partners')} help={t('workshop:basics.partnersHelp')} {...field('partners')} />
            <ListInput label={t('workshop:basics.funders')} help={t('workshop:basics.fundersHelp')} {...field('funders')} />
          </FieldGrid>
        </Panel>
        <Panel title={t('workshop:basics.why')}>
          <FieldGrid>
            <ListInput label={t('workshop:basics.objectives')} help={t('workshop:basics.objectivesHelp')} {...field('objectives')} wide />
          </FieldGrid>
        </Panel>
      </Page>
    </form>
  );
}
