import type { Handlers } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { deleteMedia } from './delete-media';
import { getMedia } from './get-media';
import { importMedia } from './import-media';
import { listMedia } from './list-media';

/** Media. */
export const mediaHandlers: Handlers<Account> = { listMedia, importMedia, getMedia, deleteMedia };
