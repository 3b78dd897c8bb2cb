// The words of the pages in French, one file per area.
import agenda from './fr/agenda.json';
import commands from './fr/commands.json';
import common from './fr/common.json';
import failures from './fr/failures.json';
import framework from './fr/framework-ui.json';
import handOut from './fr/hand-out.json';
import home from './fr/home.json';
import importing from './fr/import.json';
import people from './fr/people.json';
import plans from './fr/plans.json';
import projector from './fr/projector.json';
import run from './fr/run.json';
import workshop from './fr/workshop.json';
import type { Catalogue } from './index.ts';

export const fr: Catalogue = {
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
