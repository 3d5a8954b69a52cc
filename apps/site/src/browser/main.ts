import './styles/page.css';
import './styles/tables.css';
import './styles/parts.css';
import { answerSection } from './sections/answer.ts';
import { attributionSection } from './sections/attribution.ts';
import { cellDialog } from './cell-dialog.ts';
import { cellsSection } from './sections/cells.ts';
import { claimsSection } from './sections/claims.ts';
import { costSection } from './sections/cost.ts';
import { element } from './element.ts';
import { kernelsSection } from './sections/kernels.ts';
import { machineSection } from './sections/machine.ts';
import { matrixSection } from './sections/matrix.ts';
import { noiseSection } from './sections/noise.ts';
import { pageLink } from './page-link.ts';
import { rooflineSection } from './sections/roofline.ts';
import { routes } from './routes.ts';
import { scalingSection } from './sections/scaling.ts';
import { sizesSection } from './sections/sizes.ts';
import { themeSwitch } from './theme.ts';
import type { PageData } from '@crossover/report';

const SECTIONS = [
  answerSection,
  matrixSection,
  kernelsSection,
  attributionSection,
  sizesSection,
  scalingSection,
  costSection,
  claimsSection,
  rooflineSection,
  noiseSection,
  machineSection,
  cellsSection,
] as const;

// The document holds what was written for this page by the same build.
const data = JSON.parse(document.getElementById('data')?.textContent ?? '') as PageData;
const sections = SECTIONS.map((sectionOf) => sectionOf(data));
const dialog = cellDialog(data.cells, () => routes.leaveCell());

const contents = sections.map(({ id, name }) =>
  element('li', {}, pageLink({ kind: 'section', id }, {}, name)),
);
document.body.append(
  pageLink({ kind: 'section', id: 'answer' }, { class: 'skip' }, 'Skip to the answer'),
  element(
    'header',
    { class: 'top' },
    element('span', { class: 'name' }, 'Crossover'),
    element('nav', { 'aria-label': 'Contents' }, element('ul', {}, contents)),
    themeSwitch(),
  ),
  element(
    'main',
    {},
    sections.map(({ body }) => body),
  ),
  dialog.frame,
);
routes.begin(dialog);
