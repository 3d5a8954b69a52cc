export { renderPage } from './page-document.ts';
