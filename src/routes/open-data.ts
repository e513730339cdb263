/** Any site may read open data. */
export const OPEN = { 'access-control-allow-origin': '*' };
