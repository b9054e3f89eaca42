export { trackly as tracklyClient } from './profile';
