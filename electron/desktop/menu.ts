// The application menu: what a system expects to find there. Undo and redo are not in it, since the page's own reach further than a text field.
import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { ShellTexts } from '../host/shell-texts.ts';

export interface MenuActions {
  readonly openFile: () => void;
}

/** The menu as data. @param platform macOS has an application menu of its own kind */
export function menuTemplate(texts: ShellTexts, platform: NodeJS.Platform, { openFile }: MenuActions): MenuItemConstructorOptions[] {
  const open: MenuItemConstructorOptions = { label: texts('menu.openFile'), accelerator: 'CmdOrCtrl+O', click: openFile };
  const quit: MenuItemConstructorOptions = { role: 'quit', label: texts('menu.quit') };
  const application: MenuItemConstructorOptions[] =
    platform === 'darwin'
      ? [
          { role: 'about', label: texts('menu.about') },
          { type: 'separator' },
          open,
          { type: 'separator' },
          { role: 'hide', label: texts('menu.hide') },
          { type: 'separator' },
          quit,
        ]
      : [open, { type: 'separator' }, quit];
  return [
    { label: texts('menu.app'), submenu: application },
    {
      label: texts('menu.edit'),
      submenu: [
        { role: 'cut', label: texts('menu.cut') },
        { role: 'copy', label: texts('menu.copy') },
        { role: 'paste', label: texts('menu.paste') },
        { role: 'selectAll', label: texts('menu.selectAll') },
      ],
    },
    {
      label: texts('menu.view'),
      submenu: [
        { role: 'zoomIn', label: texts('menu.zoomIn') },
        { role: 'zoomOut', label: texts('menu.zoomOut') },
        { role: 'resetZoom', label: texts('menu.resetZoom') },
        { type: 'separator' },
        { role: 'togglefullscreen', label: texts('menu.fullScreen') },
      ],
    },
  ];
}

export function setMenu(texts: ShellTexts, actions: MenuActions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(texts, process.platform, actions)));
}
