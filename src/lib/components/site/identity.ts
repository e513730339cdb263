import { page } from '$app/state';
import { UNREAD, type Identity } from '#lib/radar/edition/identity.ts';

/** Of the radar that the page shows; call it where it is shown. */
export const identity = (): Identity => page.data.identity ?? UNREAD;
