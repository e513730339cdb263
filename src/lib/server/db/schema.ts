/** Days are `YYYY-MM-DD` texts; values read only as a whole are JSON. */
export * from './schema/archive.ts';
export * from './schema/crawl.ts';
export * from './schema/edition.ts';
export * from './schema/judgement.ts';
export * from './schema/landscape.ts';
export * from './schema/news.ts';
export * from './schema/organisation.ts';
export * from './schema/use.ts';
