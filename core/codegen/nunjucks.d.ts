/** The build of nunjucks that needs no file system has the same interface. */
declare module 'nunjucks/browser/nunjucks.js' {
  import nunjucks from 'nunjucks';
  export default nunjucks;
}
