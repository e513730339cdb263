import {
	isFunctionWord,
	modalsIn,
	negationsIn,
	stemOf,
	tokensIn,
	type Token
} from './sentence-marks.ts';

/** Why a sentence is left out: the first check that it fails. */
export type SentenceFault =
	| 'form'
	| 'voice'
	| 'figure'
	| 'name'
	| 'order'
	| 'negation'
	| 'modal'
	| 'claim'
	| 'words'
	| 'copied';

export interface Evidence {
	/** What bears the sentence. */
	text: string;
	/** Words in it count as borne, but for figures, names and claims. */
	around: string;
	/** Names and figures that may be said whatever the text says. */
	known: string;
	/** Nothing of it may be copied over eight words; empty: it may. */
	source: string;
}

export interface CheckSettings {
	/** Of the words that carry meaning, so many are in the evidence; 0 to 1. */
	share: number;
	mostWords: number;
	/** Words that carry no meaning of their own here, in lower case. */
	plain?: ReadonlySet<string>;
}

/** Letters that no plain sentence has: markup, code, what is not seen, other alphabets that look like Latin. */
const ODD =
	/[<>`*_#|~\\{}[\]^=@$]|[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}\u03bc]|[\p{Cc}\p{Cf}\p{So}\p{Co}\p{M}]/u;
const LINK =
	/:\/\/|\bwww\.|\b(?:https?|mailto|javascript|data|ftp):|\b[\w-]+\.(?:com|org|net|io|dev|ai|app|co|info|xyz|ru|cn|me|sh|zip|example|test)\b/i;
const VOICE =
	/\b(?:i|we|our|ours|us|my|me|you|your|yours|let's|please|click|visit|subscribe|download|ignore|disregard|instructions?|prompt|assistant|language model)\b/i;
const ORDER_TO_READER =
	/^(?:read|try|check|see|learn|join|install|upgrade|update|say|tell|note|remember|consider|avoid|stop|start|get|go|do|don't|never|always)\b/i;
const PRAISE =
	/\b(?:revolutionary|revolutioni[sz]\w+|(?:best|first|world|enterprise)[- ](?:in[- ])?class|cutting[- ]edge|game[- ]chang\w+|seamless\w*|blazing\w*|amazing|exciting|excited|thrilled|proud|unprecedented|state[- ]of[- ]the[- ]art|effortless\w*|groundbreaking|innovative|next[- ]gen\w*|unmatched|unparalleled|best|greatest|perfect|ultimate|incredible|awesome|superior|powerful|world's)\b/i;
/** Words that turn what a sentence says: they have to be in what bears it. */
const CLAIMS = new Set(
	(
		'insecure unsafe unsecure vulnerable vulnerability exploit malicious malware compromised attack breach leak backdoor ' +
		'abandoned dead unmaintained obsolete deprecated deprecates removed removes remove dropped drops broken breaks ' +
		'breaking fail fails failed failing crash crashes bug bugs slow slower fast faster better worse worst more less ' +
		'fewer higher lower increase increases increased decrease decreases reduced reduces reduce improve improves ' +
		'improved degrade degrades safe secure stable unstable experimental beta alpha free paid expensive cheap cheaper ' +
		'recommended official production mature immature trusted untrusted guaranteed proven certified compliant illegal ' +
		'licensed acquired merged replaced replaces supersedes enabled disabled default required optional supported ' +
		'unsupported only always never everyone nobody add adds added fix fixes fixed new newest latest old older last ' +
		'before after early late leading popular famous dominant critical severe serious harmless harmful strong weak ' +
		'weakest strongest good bad poor excellent complete incomplete full partial'
	)
		.split(' ')
		.map(stemOf)
);
const LONGEST_COPY = 8;

/** The first check that a sentence fails against what bears it; null: it holds. */
export function sentenceFault(
	sentence: string,
	evidence: Evidence,
	settings: CheckSettings
): SentenceFault | null {
	const { share, mostWords, plain = new Set<string>() } = settings;
	if (!isPlainSentence(sentence, mostWords)) return 'form';
	if (VOICE.test(sentence) || ORDER_TO_READER.test(sentence) || PRAISE.test(sentence)) {
		return 'voice';
	}
	const said = tokensIn(sentence);
	const borne = tokensIn(evidence.text);
	const known = tokensIn(evidence.known);
	const texts = new Set(borne.map(({ text }) => text));
	const knownTexts = new Set(known.map(({ text }) => text));
	const isKnown = ({ text }: Token) => texts.has(text) || knownTexts.has(text);
	if (said.some((token) => token.kind === 'figure' && !isKnown(token))) return 'figure';
	if (said.some((token) => token.kind === 'name' && !isKnown(token))) return 'name';
	const stems = stemsOf(borne);
	const near = new Set([...stems, ...stemsOf(known), ...stemsOf(tokensIn(evidence.around))]);
	const [first] = said;
	if (first?.kind === 'word' && !isOrdinary(first.text, plain) && !near.has(stemOf(first.text))) {
		return 'name';
	}
	// What is known beside the text has no place in it.
	const marks = said.filter(({ text }) => texts.has(text));
	if (!followEachOther(marks.filter(isMark), borne)) return 'order';
	if (negationsIn(said) !== negationsIn(borne)) return 'negation';
	if (modalsIn(said) !== modalsIn(borne)) return 'modal';
	const words = said.filter(
		({ kind, text }) => kind === 'word' && !isFunctionWord(text) && !plain.has(text)
	);
	const strange = words.filter(({ text }) => !stems.has(stemOf(text)));
	if (strange.some(({ text }) => CLAIMS.has(stemOf(text)))) return 'claim';
	const bare = strange.filter(({ text }) => !near.has(stemOf(text)));
	if (words.length - bare.length < share * words.length) return 'words';
	return isCopied(sentence, evidence.source) ? 'copied' : null;
}

const stemsOf = (tokens: readonly Token[]): Set<string> =>
	new Set(tokens.map(({ text }) => stemOf(text)));

const isMark = ({ kind }: Token): boolean => kind !== 'word';

function isPlainSentence(sentence: string, mostWords: number): boolean {
	const words = sentence.trim().split(/\s+/).length;
	return (
		words >= 3 &&
		words <= mostWords &&
		/^[\p{Lu}\p{Ll}\p{N}"“]/u.test(sentence) &&
		/[^.!?]\.$/.test(sentence) &&
		!/[.!?]["”)]?\s+[\p{Lu}"“]/u.test(sentence) &&
		!/[!?;\n]/.test(sentence) &&
		!ODD.test(sentence) &&
		!LINK.test(sentence)
	);
}

const OPENERS = new Set(
	(
		'a an another as at by for from in it its on the their these they this those to users with when while version ' +
		'release engineers operators teams developers'
	).split(' ')
);
const isOrdinary = (word: string, plain: ReadonlySet<string>): boolean =>
	OPENERS.has(word) || isFunctionWord(word) || plain.has(word);

/** Whether names and figures stand in the order in which the evidence has them: else what belongs to one is said of another. */
function followEachOther(marks: readonly Token[], evidence: readonly Token[]): boolean {
	let from = 0;
	for (const { text } of marks) {
		const at = evidence.findIndex((token, i) => i >= from && token.text === text);
		if (at < 0) return false;
		from = at + 1;
	}
	return true;
}

function isCopied(sentence: string, source: string): boolean {
	if (source === '') return false;
	const spelt = (text: string) =>
		` ${tokensIn(text)
			.map(({ text: word }) => word)
			.join(' ')} `;
	const words = spelt(sentence).trim().split(' ');
	const all = spelt(source);
	return words.some(
		(_, at) =>
			at + LONGEST_COPY <= words.length &&
			all.includes(` ${words.slice(at, at + LONGEST_COPY).join(' ')} `)
	);
}
