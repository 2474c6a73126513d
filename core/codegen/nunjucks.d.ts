/** The build of nunjucks that renders compiled templates only has the same interface. */
declare module 'nunjucks/browser/nunjucks-slim.js' {
  import nunjucks from 'nunjucks';
  export default nunjucks;
}
