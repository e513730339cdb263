/** Why a history could not be read. None says that a repository is gone or empty: git does not know. */
export type CauseKind =
	| 'address'
	| 'rate limited'
	| 'forbidden'
	| 'moved'
	| 'unreachable'
	| 'slow'
	| 'too large'
	| 'disk full'
	| 'damaged'
	| 'incomplete'
	| 'other head'
	| 'busy'
	| 'unexpected';

const WORDS: Record<CauseKind, string> = {
	address: 'its address is not one that git may be given',
	'rate limited': 'the host limits how often histories may be fetched',
	forbidden: 'the host refused to give it',
	moved: 'its address leads to another address',
	unreachable: 'the host did not answer, or broke off',
	slow: 'it took too long',
	'too large': 'it is larger than the crawl allows',
	'disk full': 'the disk is full',
	damaged: 'it arrived damaged',
	incomplete: 'the host gave only part of it, or cannot leave the files out',
	'other head': 'what arrived is not the history that GitHub names',
	busy: 'another process is reading it',
	unexpected: 'git failed for an unknown reason'
};

/** A failure with its cause in words, without addresses. */
export class GitFault extends Error {
	readonly kind: CauseKind;
	/** What git said, for the log. */
	readonly detail: string;

	constructor(kind: CauseKind, detail = '') {
		super(WORDS[kind]);
		this.name = 'GitFault';
		this.kind = kind;
		this.detail = withoutAddresses(detail);
	}
}

/** The first that matches what git prints. */
const SIGNS: readonly (readonly [CauseKind, RegExp])[] = [
	['rate limited', /(?:error:|HTTP) 429|rate.?limit|too many requests|abuse detection/i],
	['disk full', /No space left on device|Disk quota exceeded/i],
	['too large', /out of memory|cannot allocate|mmap failed|unable to create thread/i],
	['busy', /\.lock': File exists/],
	['slow', /Operation too slow|timed? ?out/i],
	['moved', /error: 30\d|unable to update url base from redirection/],
	[
		'forbidden',
		/(?:error:|HTTP) (?:401|403|404|410|451)|could not read (?:Username|Password)|Authentication failed|repository '.*' not found/i
	],
	['address', /transport '.*' not allowed|is not supported/],
	[
		'incomplete',
		/filtering not recognized|shallow|did not send all necessary objects|from promisor remote|bad revision|couldn't find remote ref/i
	],
	[
		'unreachable',
		/(?:error:|HTTP) 5\d\d|Could not resolve|Failed to connect|Couldn't connect|Connection (?:refused|reset)|RPC failed|unexpected disconnect|early EOF|hung up|transfer closed|Empty reply|SSL|TLS|certificate|gnutls|not valid: is this a git repository/i
	],
	[
		'damaged',
		/corrupt|bad object|bad (?:pack|tree|tag)|mismatch|inflate|index-pack|invalid|is empty|missing|could not (?:read|parse)|unable to (?:read|parse|find)|failed to (?:read|parse|traverse)|not a git repository|loose object|packfile|unresolved deltas/i
	]
];

export const causeOf = (stderr: string): GitFault =>
	new GitFault(SIGNS.find(([, sign]) => sign.test(stderr))?.[0] ?? 'unexpected', stderr);

const LONGEST_DETAIL = 300;

const withoutAddresses = (text: string): string =>
	text
		.split('\n')
		.filter((line) => /^(fatal|error|remote|warning):/.test(line))
		.join(' ')
		.replace(/[a-z][a-z+.-]*:\/\/[^\s']*/gi, '…')
		.slice(0, LONGEST_DETAIL);
