// The words of the pages in French, one file per area.
import about from './fr/about.json';
import agenda from './fr/agenda.json';
import bringIn from './fr/bring-in.json';
import changes from './fr/changes.json';
import commands from './fr/commands.json';
import common from './fr/common.json';
import conflicts from './fr/conflicts.json';
import copies from './fr/copies.json';
import failures from './fr/failures.json';
import framework from './fr/framework-ui.json';
import handOut from './fr/hand-out.json';
import history from './fr/history.json';
import home from './fr/home.json';
import importing from './fr/import.json';
import people from './fr/people.json';
import plans from './fr/plans.json';
import privacy from './fr/privacy.json';
import projector from './fr/projector.json';
import run from './fr/run.json';
import takeAlong from './fr/take-along.json';
import workshop from './fr/workshop.json';
import type { Catalogue } from './index.ts';

export const fr: Catalogue = {
  about,
  agenda,
  bringIn,
  changes,
  commands,
  common,
  conflicts,
  copies,
  failures,
  framework,
  handOut,
  history,
  home,
  import: importing,
  people,
  plans,
  privacy,
  projector,
  run,
  takeAlong,
  workshop,
};
