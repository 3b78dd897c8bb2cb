// Prepare, Basics: what the form of a new workshop asked for, saved as it is typed.
import type { ReactNode } from 'react';
import { asTypedIn } from '../../../shared/domain/as-typed.ts';
import { dateInZone } from '../../../shared/kernel/calendar-date.ts';
import { useContent, useLocalText } from '../../state/content-context.tsx';
import { useNow } from '../../state/host-context.tsx';
import { useSave, useSetter } from '../../state/use-setter.ts';
import { useSayDone } from '../../state/use-undo.ts';
import { useSessionState, useSorted, useWorkshop } from '../../state/workshop-context.tsx';
import type { Binding, SaveAnswer } from '../../ui/autosave.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { FieldGrid } from '../../ui/field.tsx';
import { CheckField, SelectField, TextField } from '../../ui/fields.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { Later } from '../../ui/later.tsx';
import { ListField } from '../../ui/list-field.tsx';
import { Panel } from '../../ui/page.tsx';
import { useFieldOfAddress } from '../../app/use-field-of-address.ts';
import { DayList } from '../workshop/day-list.tsx';
import { PrivacyPanel } from '../privacy/privacy-panel.tsx';
import { languageOptions, languagesOf, noLanguage } from '../workshop/languages.ts';
import { OrganisersField } from '../workshop/organisers.tsx';
import { useCountryNames, useTimeZones } from '../workshop/world.ts';
import { titleLimit } from '../../../shared/kernel/limits.ts';

export function BasicsScreen(): ReactNode {
  return (
    <>
      <What />
      <Later>
        <When />
        <Who />
        <Why />
        <PrivacyPanel />
        <FieldOfAddress />
      </Later>
    </>
  );
}

/** Looks for the field when all of them are there. */
function FieldOfAddress(): null {
  useFieldOfAddress();
  return null;
}

function What(): ReactNode {
  const t = useWords();
  const workshop = useWorkshop();
  const bind = useSetter('workshopSet', workshop);
  const { isReadOnly } = useSessionState();
  const countries = useCountryNames();
  const isTitleLong = workshop.title.length > titleLimit;
  return (
    <Panel title={t('workshop:basics.what')}>
      <FieldGrid>
        <TextField
          label={t('workshop:basics.title')}
          name="title"
          wide
          warning={isTitleLong ? t('limit.title', { length: workshop.title.length }) : null}
          {...bind('title')}
          isReadOnly={isReadOnly}
        />
        <TextField
          label={t('workshop:basics.place')}
          name="place"
          help={t('workshop:basics.placeHelp')}
          {...bind('place')}
          isReadOnly={isReadOnly}
        />
        <TextField label={t('workshop:basics.country')} list={countries} {...bind('country')} isReadOnly={isReadOnly} />
      </FieldGrid>
    </Panel>
  );
}

function When(): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const sayDone = useSayDone();
  const save = useSave();
  const workshop = useWorkshop();
  const bind = useSetter('workshopSet', workshop);
  const { isReadOnly } = useSessionState();
  const now = useNow();
  const zones = useTimeZones(workshop.timezone);
  const days = useDayLabels();
  type Start = typeof workshop.startDate | null;
  const move = async (startDate: Start): Promise<SaveAnswer<Start>> => {
    if (startDate === null) return { kind: 'refused', message: t('workshop:new.startMissing') };
    const answer = await save<Start>({ name: 'workshopMove', startDate });
    if (answer.kind === 'saved') {
      sayDone(t('workshop:basics.moved', { date: formats.date(startDate) }));
    }
    return answer;
  };
  const start: Binding<Start> = {
    value: workshop.startDate,
    onSave: move,
    typed: {
      value: { value: workshop.startDate, asTyped: asTypedIn(workshop, 'startDate') },
      onSave: async ({ value, asTyped }, was) => {
        const isMoved = asTyped === '' && value !== was.value;
        const answer: SaveAnswer<unknown> = isMoved
          ? await move(value)
          : await save({ name: 'workshopSet', id: workshop.id, field: 'startDateAsTyped', value: asTyped });
        return answer.kind === 'changed' ? { kind: 'saved' } : answer;
      },
    },
  };
  return (
    <Panel title={t('workshop:basics.when')}>
      <FieldGrid>
        <DateField
          label={t('workshop:new.start')}
          help={t('workshop:new.startHelp')}
          reference={dateInZone(now(), workshop.timezone)}
          {...start}
          isNeeded
          isReadOnly={isReadOnly}
        />
        <ChoiceField
          label={t('workshop:basics.timezone')}
          help={t('workshop:basics.timezoneHelp')}
          options={zones}
          {...bind('timezone')}
          isReadOnly={isReadOnly}
        />
        <Languages />
        <CheckField label={t('workshop:basics.weekendToMonday')} {...bind('weekendToMonday')} isReadOnly={isReadOnly} />
      </FieldGrid>
      <DayList days={days} />
    </Panel>
  );
}

/** Two choices over one list of languages. */
function Languages(): ReactNode {
  const t = useWords();
  const workshop = useWorkshop();
  const { value: languages, onSave } = useSetter('workshopSet', workshop)('languages');
  const { isReadOnly } = useSessionState();
  const [main = 'en', second = noLanguage] = languages;
  const options = languageOptions(t, languages);
  const choice = (value: string, listOf: (next: string) => readonly string[]): Binding<string> => ({
    value,
    onSave: async (next) => {
      const answer = await onSave(listOf(next), languages);
      return answer.kind === 'changed' ? { kind: 'changed', current: value } : answer;
    },
  });
  return (
    <>
      <SelectField
        label={t('workshop:basics.languages')}
        help={t('workshop:basics.languagesHelp')}
        options={options}
        {...choice(main, (next) => languagesOf(next, next === second ? main : second))}
        isReadOnly={isReadOnly}
      />
      <SelectField
        label={t('workshop:basics.secondLanguage')}
        options={[{ value: noLanguage, label: t('workshop:basics.noSecond') }, ...options.filter(({ value }) => value !== main)]}
        {...choice(second, (next) => languagesOf(main, next))}
        isReadOnly={isReadOnly}
      />
    </>
  );
}

/** Days with the label that the room reads: their own, or the template's while nobody has edited it. */
function useDayLabels() {
  const text = useLocalText();
  const { templates } = useContent();
  const days = useSorted('days');
  return days.map(({ date, label, templateDay }) => {
    const [templateId, dayId] = (templateDay ?? '').split('/');
    const ofTemplate = templates.find(({ id }) => id === templateId)?.days.find(({ id }) => id === dayId)?.label;
    return { date, label: text(label ?? ofTemplate) };
  });
}

function Who(): ReactNode {
  const t = useWords();
  const bind = useSetter('workshopSet', useWorkshop());
  const { isReadOnly } = useSessionState();
  return (
    <Panel title={t('workshop:basics.who')}>
      <FieldGrid>
        <OrganisersField {...bind('organisers')} isReadOnly={isReadOnly} />
        <ListField label={t('workshop:basics.hosts')} help={t('workshop:basics.hostsHelp')} {...bind('hosts')} isReadOnly={isReadOnly} />
        <ListField
          label={t('workshop:basics.partners')}
          help={t('workshop:basics.partnersHelp')}
          {...bind('partners')}
          isReadOnly={isReadOnly}
        />
        <ListField
          label={t('workshop:basics.funders')}
          help={t('workshop:basics.fundersHelp')}
          {...bind('funders')}
          isReadOnly={isReadOnly}
        />
      </FieldGrid>
    </Panel>
  );
}

function Why(): ReactNode {
  const t = useWords();
  const bind = useSetter('workshopSet', useWorkshop());
  const { isReadOnly } = useSessionState();
  return (
    <Panel title={t('workshop:basics.why')}>
      <FieldGrid>
        <ListField
          label={t('workshop:basics.objectives')}
          name="objectives"
          help={t('workshop:basics.objectivesHelp')}
          wide
          {...bind('objectives')}
          isReadOnly={isReadOnly}
        />
      </FieldGrid>
    </Panel>
  );
}
