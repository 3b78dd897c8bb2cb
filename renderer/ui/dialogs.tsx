// What floats: the 480 px drawer for editing, the dialog that picks or confirms a loss, and notices at the bottom left.
import { Drawer as MantineDrawer, Modal } from '@mantine/core';
import { Notifications, notifications, notificationsStore, useNotifications } from '@mantine/notifications';
import { createContext, useCallback, useContext, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useWords } from './language.ts';
import { useBackCloses } from './back-closes.ts';
import { Button } from './button.tsx';
import classes from './dialogs.module.css';

interface FloatProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The kit draws the title in a <header>, which would be a second banner of the page. */
const noLandmark = { header: { role: 'presentation' } };

/** What is taken away while it is open gives the cursor back to where it was; what is only closed does so by itself. */
function useCursorBack(isOpen: boolean): void {
  const isOpenNow = useRef(isOpen);
  useLayoutEffect(() => {
    isOpenNow.current = isOpen;
  });
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (!isOpenNow.current || !(before instanceof HTMLElement)) return;
      requestAnimationFrame(() => {
        if (document.activeElement === document.body && before.isConnected) before.focus();
      });
    };
  }, []);
}

/** What floats is made when it is opened first, and stays for the way it goes away. */
function useWasOpened(isOpen: boolean): boolean {
  const [wasOpened, setOpened] = useState(isOpen);
  if (isOpen && !wasOpened) setOpened(true);
  return wasOpened || isOpen;
}

export function Drawer(props: FloatProps): ReactNode {
  return useWasOpened(props.isOpen) && <OpenedDrawer {...props} />;
}

function OpenedDrawer({ title, isOpen, onClose, children }: FloatProps): ReactNode {
  const t = useWords();
  useBackCloses(isOpen, onClose);
  useCursorBack(isOpen);
  return (
    <MantineDrawer
      opened={isOpen}
      onClose={onClose}
      title={title}
      position="right"
      size="var(--drawer-width)"
      transitionProps={{ duration: 160 }}
      closeButtonProps={{ 'aria-label': t('close') }}
      classNames={{
        title: classes.title ?? '',
        content: `${classes.content ?? ''} ${classes.drawer ?? ''}`,
        header: classes.header ?? '',
        inner: classes.underBar ?? '',
        overlay: classes.underBar ?? '',
      }}
      attributes={noLandmark}
    >
      {children}
    </MantineDrawer>
  );
}

interface DialogProps extends FloatProps {
  /** Buttons, the one that acts last. */
  readonly actions?: ReactNode;
  readonly size?: 'usual' | 'wide';
}

export function Dialog(props: DialogProps): ReactNode {
  return useWasOpened(props.isOpen) && <OpenedDialog {...props} />;
}

function OpenedDialog({ title, isOpen, onClose, actions, size = 'usual', children }: DialogProps): ReactNode {
  const t = useWords();
  useBackCloses(isOpen, onClose);
  useCursorBack(isOpen);
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      size={size === 'wide' ? '52rem' : '30rem'}
      transitionProps={{ duration: 120, transition: 'fade' }}
      closeButtonProps={{ 'aria-label': t('close') }}
      classNames={{ title: classes.title ?? '', content: classes.content ?? '', header: classes.header ?? '' }}
      attributes={noLandmark}
    >
      {children}
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </Modal>
  );
}

export interface Question {
  readonly title: string;
  /** What will be lost, and whether it can come back. */
  readonly text: string;
  /** The verb of the act: "Remove 3 people". */
  readonly confirm: string;
}

type Ask = (question: Question) => Promise<boolean>;

const AskContext = createContext<Ask | null>(null);

/** Offers `useConfirm` to everything below. One question at a time. */
export function ConfirmProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const t = useWords();
  const [asked, setAsked] = useState<{
    readonly question: Question;
    readonly answer: (isYes: boolean) => void;
    readonly isOpen: boolean;
  } | null>(null);
  const ask = useCallback<Ask>((question) => new Promise((resolve) => setAsked({ question, answer: resolve, isOpen: true })), []);
  const answer = (isYes: boolean) => {
    asked?.answer(isYes);
    setAsked(asked && { ...asked, isOpen: false });
  };
  return (
    <AskContext value={ask}>
      {children}
      <Dialog
        title={asked?.question.title ?? ''}
        isOpen={asked?.isOpen ?? false}
        onClose={() => answer(false)}
        actions={
          <>
            <Button onClick={() => answer(false)}>{t('cancel')}</Button>
            <Button kind="danger" onClick={() => answer(true)}>
              {asked?.question.confirm}
            </Button>
          </>
        }
      >
        <p>{asked?.question.text}</p>
      </Dialog>
    </AskContext>
  );
}

/** @returns a function that asks before something is lost and answers true for yes */
export function useConfirm(): Ask {
  const ask = useContext(AskContext);
  if (ask === null) throw new Error('useConfirm needs a ConfirmProvider above it');
  return ask;
}

export interface Notice {
  readonly text: string;
  /** The way back or onward: "Undo". */
  readonly action?: { readonly label: string; readonly run: () => void };
  /** When it is gone, whoever took it away. */
  readonly onGone?: () => void;
}

const noticeLasts = 6_000;

/** So many at once. None waits for its turn: when it came, what it tells would be long past. */
const mostNotices = 3;

/** The place of the notices; made with the first one. */
export function Notices(): ReactNode {
  const hasAny = useNotifications().notifications.length > 0;
  return useWasOpened(hasAny) && <Notifications position="bottom-left" limit={mostNotices} />;
}

/**
 * Says what happened for 6 s at the bottom left, where neither a drawer nor what signs a plan stands. Never for errors: these stay where they happened.
 * @returns says it, and returns what takes the notice away before its time
 */
export function useNotify(): (notice: Notice) => () => void {
  const t = useWords();
  return useMemo(
    () =>
      ({ text, action, onGone }) => {
        const { notifications: shown } = notificationsStore.getState();
        for (const oldest of shown.slice(0, Math.max(0, shown.length - mostNotices + 1))) notifications.hide(oldest.id ?? '');
        const id: string = notifications.show({
          autoClose: noticeLasts,
          withBorder: true,
          onClose: () => onGone?.(),
          closeButtonProps: { 'aria-label': t('close') },
          message: (
            <span className={classes.notice}>
              <span>{text}</span>
              {action && (
                <Button
                  kind="quiet"
                  onClick={() => {
                    notifications.hide(id);
                    action.run();
                  }}
                >
                  {action.label}
                </Button>
              )}
            </span>
          ),
        });
        return () => void notifications.hide(id);
      },
    [t],
  );
}
