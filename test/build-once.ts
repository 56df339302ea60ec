export { buildIfNeeded as setup } from '../src/build.ts';
