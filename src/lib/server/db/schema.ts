/**
 * The archive: project → placement → edition → model version → observations → source and date.
 * Days are texts, `YYYY-MM-DD`; what is computed as a whole and read as a whole is JSON.
 */
export * from './schema/archive.ts';
export * from './schema/crawl.ts';
export * from './schema/edition.ts';
export * from './schema/judgement.ts';
export * from './schema/landscape.ts';
