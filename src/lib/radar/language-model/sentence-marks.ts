import { stemmer } from 'stemmer';

/** A word or figure of a sentence as it is compared. */
export interface Token {
	/** Lower case; figures without thousands separators and leading "v". */
	text: string;
	/** `figure`: holds digits, or is a number in words. `name`: stands for itself wherever it is: capitals, or dots within. */
	kind: 'word' | 'name' | 'figure';
}

const NUMBERS = new Map(
	(
		'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
		'eighteen nineteen twenty'
	)
		.split(' ')
		.map((word, value) => [word, String(value)])
);
/** Further words that say how much. */
const AMOUNTS = new Set(
	(
		'thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion ' +
		'billions dozen dozens half twice double doubles doubled triple triples tripled quarter third fourth fifth ' +
		'first second once tenfold twofold threefold several many most all every both'
	).split(' ')
);
/** Places on the radar count as names in any case. */
const RINGS = new Set(['adopt', 'trial', 'assess', 'hold']);

const THOUSANDS = /(?<=\d)[,\u00a0\u2009\u202f'’](?=\d{3}(?!\d))/g;
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}%+]+$/gu;

/** The words and figures of a text in their order. Names joined by hyphens or slashes are several words. */
export function tokensIn(text: string): Token[] {
	const plain = text
		.normalize('NFKC')
		.replace(THOUSANDS, '')
		.replace(/(?<=\d)\s*%/g, '%')
		.replace(/[\u2010-\u2015\u2212]/g, '-')
		.replace(/['’]s\b/g, '');
	let starts = true;
	return plain.split(/\s+/).flatMap((chunk) => {
		const bare = chunk.replace(EDGES, '');
		const tokens = bare === '' ? [] : chunkTokens(bare, starts);
		if (bare !== '') starts = /[.!?:;]["”’)]*$/.test(chunk);
		return tokens;
	});
}

function chunkTokens(chunk: string, starts: boolean): Token[] {
	if (/\d/.test(chunk)) return figureTokens(chunk);
	return chunk
		.split(/[-/(),]+/)
		.filter((part) => part !== '')
		.map((part, at) => wordToken(part, starts && at === 0));
}

/** A figure stands whole (`CVE-2026-1234`, `1.2.3`); a unit that follows it without a space is a word of its own. */
function figureTokens(chunk: string): Token[] {
	const text = chunk.toLowerCase().replace(/^v(?=\d)/, '');
	const unit = /^(\d+(?:\.\d+)?)(\p{L}+)$/u.exec(text);
	if (unit === null) return [{ text, kind: 'figure' }];
	return [
		{ text: unit[1] ?? '', kind: 'figure' },
		{ text: unit[2] ?? '', kind: 'name' }
	];
}

function wordToken(part: string, starts: boolean): Token {
	const text = part.toLowerCase().replaceAll('’', "'");
	const number = NUMBERS.get(text);
	if (number !== undefined) return { text: number, kind: 'figure' };
	const base = text.replace(/(?:x|fold|th|s)$/, '');
	if (AMOUNTS.has(text) || NUMBERS.has(base)) return { text, kind: 'figure' };
	if (RINGS.has(text)) return { text, kind: 'name' };
	const standsOut = /\p{Ll}.*\p{Lu}|\p{Lu}.*\p{Lu}|\p{L}[.:+@]\p{L}/u.test(part);
	const isName = standsOut || (/^\p{Lu}/u.test(part) && !starts);
	return { text, kind: isName ? 'name' : 'word' };
}

export const stemOf = (word: string): string => stemmer(word.replace(/[^\p{L}\p{N}]+/gu, ''));

const FUNCTION_WORDS = new Set(
	(
		'a an and are as at be been being but by can do does for from had has have how if in into is it its itself ' +
		'nor of on or other over own so such than that the their them then there these they this those through to too ' +
		'under until up upon use used user users uses using via was were what when where which while who whose why with ' +
		'within about also among because between during each further here just like made make ' +
		'makes now out per same since some still'
	).split(' ')
);
export const isFunctionWord = (word: string): boolean => FUNCTION_WORDS.has(word);

const NEGATIONS = new Set(
	"no not never none nothing nobody neither nor without cannot can't don't doesn't didn't isn't aren't wasn't weren't won't wouldn't shouldn't couldn't hasn't haven't hadn't".split(
		' '
	)
);
export const negationsIn = (tokens: readonly Token[]): number =>
	tokens.filter(({ text }) => NEGATIONS.has(text)).length;

const MODALS = new Map<string, string>(
	'will may might could would should must plan plans planned planning expect expects expected intend intends aim aims soon likely possibly'
		.split(' ')
		.map((word) => [word, stemmer(word)])
);
/** What makes a statement a wish, a duty or a guess; sorted. */
export const modalsIn = (tokens: readonly Token[]): string =>
	[...new Set(tokens.flatMap(({ text }) => MODALS.get(text) ?? []))].sort().join(' ');
