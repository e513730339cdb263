/** Whether this build is the static site: everything is rendered ahead, nothing is asked at run time. */
export const STATIC_BUILD = process.env.RADAR_BUILD === 'static';
