/** Which files can be laid beside the radar, in words. */
export const READABLE_RADARS =
	'config.json of Zalando’s tech-radar, JSON for Backstage’s tech-radar, CSV or JSON for Thoughtworks’ build-your-own-radar';
