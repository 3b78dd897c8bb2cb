// The big screen: session, time, one instruction, what comes next. No navigation, no notes. B = black, F = full screen, L = light or dark.
import { useEffect, type CSSProperties, type ReactNode } from 'react';
import type { Guide } from '../../shared/domain/agenda/template.ts';
import type { Session } from '../../shared/domain/agenda/model.ts';
import { clockEvents } from '../../shared/domain/clock/rules.ts';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import { pickText, type LocalText } from '../../shared/kernel/local-text.ts';
import { sessionContent } from '../features/agenda/session-content.ts';
import { useRoom } from '../features/run/use-room.ts';
import { useReading } from '../features/run/use-tick.ts';
import { useContent } from '../state/content-context.tsx';
import { useView, useWorkshop } from '../state/workshop-context.tsx';
import { formatsOf } from '../ui/formats.ts';
import { projectorColours } from '../ui/theme.ts';
import { stageOf, type NextSession, type Stage } from './stage.ts';
import { Turning } from './turning.tsx';
import { useScreen } from './use-screen.ts';
import { filled, projectorWords } from './words.ts';

export function Projector({ onReady }: { readonly onReady: () => void }): ReactNode {
  const { guides } = useContent();
  const { title, timezone, languages, isSample } = useWorkshop();
  const room = useRoom();
  const view = useView('clockEvents');
  const now = useReading();
  useEffect(onReady, [onReady]);
  useEffect(() => {
    document.title = title;
    document.documentElement.lang = languages[0] ?? 'en';
  }, [languages, title]);
  const stage = stageOf(room, clockEvents(view), { timeZone: timezone, now });
  const time = (milliseconds: number) => formatsOf('en').time(milliseconds, timezone);
  const shown = languages.slice(0, 2);
  return (
    <Screen>
      <header className="top">
        <Columns languages={shown} className="title">
          {(language) => headline(stage, { language, guides, title })}
        </Columns>
        <div className="clock">
          {time(now.at)}
          {isSample && <span className="second">{projectorWords(shown[0] ?? 'en').sample}</span>}
        </div>
      </header>
      <Middle stage={stage} languages={shown} time={time} />
      <Turning
        pages={lowerPages(stage, guides).map(({ key, textIn }) => (
          <Columns key={key} languages={shown} className={key}>
            {(language) => textIn(language, time)}
          </Columns>
        ))}
      />
    </Screen>
  );
}

/** Shown when the page has no workshop to show. */
export function Ended(): ReactNode {
  return (
    <Screen>
      <p className="instruction">{projectorWords(document.documentElement.lang).ended}</p>
    </Screen>
  );
}

function Screen({ children }: { readonly children: ReactNode }): ReactNode {
  const { colours, isBlack, hasCursor } = useScreen();
  const { page, text, second, warning, over } = projectorColours[colours];
  const style = { '--page': page, '--text': text, '--second': second, '--warning': warning, '--over': over } as CSSProperties;
  return (
    <main className="screen" style={style} data-black={isBlack || undefined} data-cursor={hasCursor || undefined}>
      {!isBlack && children}
    </main>
  );
}

interface ColumnsProps {
  readonly languages: readonly string[];
  readonly className: string;
  readonly children: (language: string) => ReactNode;
}

/** Two languages are two equal columns, never smaller type. What reads the same in both stands once. */
function Columns({ languages, className, children }: ColumnsProps): ReactNode {
  const texts = languages.map((language) => ({ language, content: children(language) }));
  const isSame = texts.every(({ content }) => content === texts[0]?.content);
  return (
    <div className={`columns ${className}`}>
      {(isSame ? texts.slice(0, 1) : texts).map(({ language, content }) => (
        <div key={language} lang={language} className="text">
          {content}
        </div>
      ))}
    </div>
  );
}

interface MiddleProps {
  readonly stage: Stage;
  readonly languages: readonly string[];
  readonly time: (milliseconds: number) => string;
}

function Middle({ stage, languages, time }: MiddleProps): ReactNode {
  if (stage.kind === 'nothing' || stage.kind === 'over') return null;
  const digits = stage.kind === 'before' ? time(stage.next.planned) : stage.time;
  const tone = stage.kind === 'before' ? 'calm' : stage.isPaused ? 'paused' : stage.tone;
  return (
    <div className="middle" data-tone={tone}>
      <div className="time" role="timer" style={{ '--figures': digits.length } as CSSProperties}>
        {digits}
      </div>
      <Columns languages={languages} className="status">
        {(language) => statusText(stage, language, time)}
      </Columns>
    </div>
  );
}

/** What stands under the digits; nothing while all is calm. */
function statusText(stage: Extract<Stage, { readonly kind: 'before' | 'session' }>, language: string, time: MiddleProps['time']): string {
  const words = projectorWords(language);
  if (stage.kind === 'before') return filled(words.starts, { time: time(stage.next.planned) });
  if (stage.isPaused) return words.paused;
  if (stage.tone === 'over') return words.over;
  if (stage.backAt !== null) return filled(words.backAt, { time: time(stage.backAt) });
  return stage.tone === 'warning' ? filled(words.left, { minutes: stage.minutesLeft }) : '';
}

function titleOf(session: Session, guides: readonly Guide[], language: string): string {
  return inRoom(sessionContent(session, guides).title, language);
}

function inRoom(text: LocalText, language: string): string {
  return pickText(text, [language, 'en']);
}

interface HeadlineParts {
  readonly language: string;
  readonly guides: readonly Guide[];
  /** Of the workshop. */
  readonly title: string;
}

function headline(stage: Stage, { language, guides, title }: HeadlineParts): string {
  return stage.kind === 'session' ? titleOf(stage.session, guides, language) : title;
}

interface LowerPage {
  readonly key: 'instruction' | 'next';
  readonly textIn: (language: string, time: MiddleProps['time']) => string;
}

function lowerPages(stage: Stage, guides: readonly Guide[]): readonly LowerPage[] {
  switch (stage.kind) {
    case 'nothing':
      return [{ key: 'instruction', textIn: (language) => projectorWords(language).noSession }];
    case 'over':
      return [{ key: 'instruction', textIn: (language) => projectorWords(language).dayOver }];
    case 'before':
      return [{ key: 'instruction', textIn: (language) => titleOf(stage.next.session, guides, language) }];
    case 'session': {
      const { instruction } = sessionContent(stage.session, guides);
      const hasInstruction = Object.values(instruction).some((text) => text !== '');
      const { next } = stage;
      return [
        ...(hasInstruction ? [{ key: 'instruction' as const, textIn: (language: string) => inRoom(instruction, language) }] : []),
        ...(next
          ? [
              {
                key: 'next' as const,
                textIn: (language: string, time: MiddleProps['time']) =>
                  nextText(next, titleOf(next.session, guides, language), { language, time }),
              },
            ]
          : []),
      ];
    }
    default:
      return assertNever(stage);
  }
}

/** "Next: planned 14:15, expected 14:21 · SWOT": a long title is cut, its times never. */
function nextText(
  { planned, expected }: NextSession,
  title: string,
  { language, time }: { readonly language: string; readonly time: MiddleProps['time'] },
): string {
  const words = projectorWords(language);
  const times =
    time(planned) === time(expected) ? time(planned) : filled(words.nextTimes, { planned: time(planned), expected: time(expected) });
  return filled(words.nextLine, { title: `${times} · ${title}` });
}
