/** In days: of older months only the last night stays. */
export const NIGHTS_KEPT_DAYS = 90;
