// The words of the pages in English, one file per area.
import about from './en/about.json';
import agenda from './en/agenda.json';
import bringIn from './en/bring-in.json';
import changes from './en/changes.json';
import commands from './en/commands.json';
import common from './en/common.json';
import conflicts from './en/conflicts.json';
import copies from './en/copies.json';
import failures from './en/failures.json';
import framework from './en/framework-ui.json';
import handOut from './en/hand-out.json';
import history from './en/history.json';
import home from './en/home.json';
import importing from './en/import.json';
import people from './en/people.json';
import plans from './en/plans.json';
import privacy from './en/privacy.json';
import projector from './en/projector.json';
import run from './en/run.json';
import takeAlong from './en/take-along.json';
import workshop from './en/workshop.json';

export const en = {
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
