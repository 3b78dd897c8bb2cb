// The words of the pages in English, one file per area.
import agenda from './en/agenda.json';
import commands from './en/commands.json';
import common from './en/common.json';
import failures from './en/failures.json';
import framework from './en/framework-ui.json';
import handOut from './en/hand-out.json';
import home from './en/home.json';
import importing from './en/import.json';
import people from './en/people.json';
import plans from './en/plans.json';
import projector from './en/projector.json';
import run from './en/run.json';
import workshop from './en/workshop.json';

export const en = {
  agenda,
  commands,
  common,
  failures,
  framework,
  handOut,
  home,
  import: importing,
  people,
  plans,
  projector,
  run,
  workshop,
};
