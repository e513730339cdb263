import { githubUrl } from '#lib/radar/words/addresses.ts';

/** Where a fact of the guide was read. */
export type FactSource =
	/** The box in which the landscape files the project says it. */
	| { kind: 'filed' }
	/** The item's own text in the landscape file says it. */
	| { kind: 'landscape' }
	| { kind: 'file'; repository: string; path: string }
	| { kind: 'page'; url: string };

/** The state of a repository, or of one of its files, in which something was read. */
export interface ReadState {
	commit: string;
	/** Null: the day is not known. */
	date: string | null;
}

/** A source as text: `filed`, `landscape`, `OWNER/NAME PATH` or an address; null when it is none of them. */
export function parseSource(text: string): FactSource | null {
	if (text === 'filed' || text === 'landscape') return { kind: text };
	if (URL.canParse(text) && /^https:\/\/\S+$/.test(text)) return { kind: 'page', url: text };
	const [, repository, path] = /^([\w.-]+\/[\w.-]+) ([^\s/]\S*)$/.exec(text) ?? [];
	return repository === undefined || path === undefined ? null : { kind: 'file', repository, path };
}

type ReadStates = Readonly<Record<string, ReadState>>;

/** In which state a source was read: that of the one file, else that of its repository; null where it has none. */
export const readStateOf = (source: FactSource, read: ReadStates): ReadState | null =>
	source.kind === 'file'
		? (read[`${source.repository} ${source.path}`] ?? read[source.repository] ?? null)
		: null;

/** The landscape file at the commit that the facts were taken from. */
const LANDSCAPE = 'https://github.com/cncf/landscape/blob/153d699/landscape.yml';

/** The address at which a source can be read; null for `filed`, which the project's own page shows. */
function sourceLink(source: FactSource, read: ReadStates): string | null {
	switch (source.kind) {
		case 'filed':
			return null;
		case 'landscape':
			return LANDSCAPE;
		case 'page':
			return source.url;
		case 'file': {
			const { commit } = readStateOf(source, read) ?? { commit: 'HEAD' };
			const path = source.path.split('/').map(encodeURIComponent).join('/');
			return `${githubUrl(source.repository)}/blob/${commit}/${path}`;
		}
	}
}

/** A source as it is shown: how it reads, where it leads, and the day it was read. */
export interface Citation {
	text: string;
	/** Null: the project's own page shows it. */
	url: string | null;
	/** Null: the day is not known, or the landscape's own. */
	readOn: string | null;
}

const SAYS = {
	filed: 'as filed in the landscape',
	landscape: 'the landscape’s own text'
};

/** @throws {Error} for a text that is no source; a file that was read has none. */
export function citationOf(text: string, read: ReadStates): Citation {
	const source = parseSource(text);
	if (source === null) throw new Error(`${text} is no source.`);
	return {
		text: source.kind === 'filed' || source.kind === 'landscape' ? SAYS[source.kind] : text,
		url: sourceLink(source, read),
		readOn: readStateOf(source, read)?.date ?? null
	};
}
