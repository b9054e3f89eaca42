import { authenticate } from '../../../../../kernel';
import { API_KEY_HEADER, readConnection } from './connection';

/** Puts the key of a credential into its header. */
export const authenticateMeSms = authenticate('ME-SMS', API_KEY_HEADER, readConnection);
