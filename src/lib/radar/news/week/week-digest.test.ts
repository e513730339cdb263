import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { lexer, type Tokens } from 'marked';
import { describe, expect, test } from 'vitest';
import { foldedText } from '#lib/radar/news/folded.ts';
import { newsItem, type NewsFacts, type NewsItem, type NotesFacts } from '#lib/radar/news/item.ts';
import type { NewsContext } from './news-line.ts';
import { newsJsonSchema, newsSchema } from './news-schema.ts';
import { weekDigest } from './week-digest.ts';
import { MOST_EMAIL_BYTES, weekEmail } from './week-email.ts';
import { weekJson } from './week-json.ts';
import { weekMarkdown } from './week-markdown.ts';
import { weekPlainText } from './week-text.ts';
import { weekOf } from './week.ts';

const WEEK = weekOf('2026-08-06');
const PLACE = {
	title: 'CNAI Radar',
	site: 'https://radar.example.org/',
	repository: 'https://github.com/o/r',
	notice: 'Unofficial. Computed from public data, not voted on.',
	credits: 'Projects: CNCF landscape.',
	license: 'Apache-2.0',
	attribution: []
};
const NOTES: NotesFacts = {
	security: 0,
	advisories: [],
	breaking: 0,
	deprecated: 0,
	added: 0,
	fixed: 0,
	contributors: 0,
	requires: []
};

const EDITION = {
	id: '2026-07',
	date: '2026-07-31',
	kind: 'month',
	modelVersion: '1.0.0'
} as const;
const context = (changes: Partial<NewsContext> = {}): NewsContext => ({
	projects: new Map([
		['kserve', { name: 'KServe', ring: 'adopt', category: 'Inference' }],
		['kueue', { name: 'Kueue', ring: 'adopt', category: 'Inference' }],
		['far', { name: 'Far', ring: 'assess', category: 'Data' }]
	]),
	feeds: new Map([['kserve-blog', 'KServe blog']]),
	stack: new Set(),
	quotes: new Map(),
	...changes
});
const item = (
	id: string,
	kind: NewsItem['kind'],
	project: string,
	facts: NewsFacts = {},
	more: Partial<NewsItem> = {}
): NewsItem => ({
	...newsItem({
		id,
		kind,
		source: kind === 'article' ? 'kserve-blog' : 'radar',
		day: '2026-08-06',
		title: id
	}),
	projects: [{ project, how: kind === 'article' ? 'title' : 'own' }],
	facts,
	...more
});
const release = (
	id: string,
	project: string,
	step: 'minor' | 'patch',
	notes = NOTES,
	more: Partial<NewsItem> = {}
) =>
	item(
		id,
		'release',
		project,
		{ release: { step, prerelease: false, previous: null, parts: 0, notes } },
		{ url: `https://e.org/${id}`, source: `o/${project}`, ...more }
	);

const MOVE = item(
	'move:2026-08:kueue',
	'move',
	'kueue',
	{
		move: {
			kind: 'in',
			from: 'trial',
			to: 'adopt',
			reason: 'The score went from 77 to 79.',
			lacksData: false,
			edition: '2026-08',
			before: '2026-07'
		}
	},
	{ title: 'Kueue moved from Trial to Adopt' }
);
const SECURE = release(
	'KServe 0.20.0',
	'kserve',
	'minor',
	{ ...NOTES, security: 2, advisories: ['CVE-2026-1234'] },
	{ version: '0.20.0' }
);
const POST = item(
	'Announcing KServe v0.20',
	'article',
	'kserve',
	{},
	{ version: '0.20', url: 'https://e.org/post' }
);
const PATCHES = Array.from({ length: 14 }, (_, i) => release(`Far 1.0.${i}`, 'far', 'patch'));
const ALL = [
	...PATCHES,
	POST,
	SECURE,
	MOVE,
	item('old', 'article', 'kserve', {}, { day: '2026-08-13' })
];

describe('a week', () => {
	test('tells each story once, by reason, and counts the rest', () => {
		const { lines, folded, opening, more } = weekDigest(WEEK, ALL, context());
		expect(
			lines.map(({ item: lead, reason, also }) => [lead.id, reason, also.map(({ id }) => id)])
		).toEqual([
			['move:2026-08:kueue', 'moved', []],
			['KServe 0.20.0', 'security', ['Announcing KServe v0.20']]
		]);
		expect(more).toEqual([]);
		expect(foldedText(folded)).toBe('and 14 patch releases');
		expect(opening).toBe(
			'Kueue moved to Adopt; 2 projects released, 1 more than a patch; 1 with security fixes.'
		);
	});

	test('puts the reader’s own first, and counts none of theirs away', () => {
		const { lines, opening } = weekDigest(WEEK, ALL, context({ stack: new Set(['far']) }));
		expect(lines.slice(0, 14).every(({ mine, reason }) => mine && reason === 'rest')).toBe(true);
		expect(lines).toHaveLength(16);
		expect(opening).toBe('1 of your projects released.');
	});

	test('shows 25 lines, then more', () => {
		const many = Array.from({ length: 30 }, (_, i) => item(`a${i}`, 'article', 'kserve'));
		const { lines, more } = weekDigest(WEEK, many, context());
		expect([lines.length, more.length]).toEqual([25, 5]);
	});

	test('folds a whole group that entered at once', () => {
		const entered = Array.from({ length: 93 }, (_, i) =>
			item(`move:2026-04:p${i}`, 'move', `p${i}`, {
				move: {
					kind: 'entered',
					from: null,
					to: null,
					reason: null,
					lacksData: false,
					edition: 'b',
					before: 'a'
				}
			})
		);
		const { lines, folded } = weekDigest(WEEK, entered, context());
		expect(lines).toEqual([]);
		expect(foldedText(folded)).toBe('and 93 projects entered the radar');
	});

	test('says so when nothing happened', () => {
		expect(weekDigest(WEEK, [], context()).opening).toBe(
			'We know of nothing that happened this week.'
		);
	});

	test('keeps what is asked for, and tells all of it', () => {
		const isFar = ({ item: { projects } }: { item: NewsItem }) => projects[0]?.project === 'far';
		const filter = { keeps: isFar, tellAll: true };
		const { lines, folded, opening } = weekDigest(WEEK, ALL, context(), filter);
		expect(lines).toHaveLength(14);
		expect(folded).toEqual([]);
		expect(opening).toBe('1 project released.');
	});
});

describe('a week that is taken along', () => {
	const bad = item(
		'bad',
		'article',
		'kserve',
		{},
		{
			title: '[x](javascript:alert(1)) <script>alert(1)</script> & *more*',
			url: 'https://e.org/a)b'
		}
	);
	const help = item('Call for Contributors: KServe for Kotlin', 'article', 'kserve');
	const digest = weekDigest(
		WEEK,
		[...ALL, bad, help],
		context({ quotes: new Map([['bad', 'It “is” <b>verbatim</b>.']]) })
	);

	test('as Markdown has the working group’s rubrics, and no marks of others', () => {
		const text = weekMarkdown(digest, PLACE);
		const headings = lexer(text).flatMap((token) =>
			token.type === 'heading' ? [(token as Tokens.Heading).text] : []
		);
		expect(headings).toEqual([
			'CNAI Radar: Week 32, 3 to 9 August 2026',
			'Key developments',
			'Security',
			'How to help'
		]);
		expect(text).toContain('\\[x\\](javascript:alert(1)) \\<script\\>');
		expect(text).toContain(
			'[Kueue moved from Trial to Adopt. The score went from 77 to 79.](<https://radar.example.org/changes?from=2026-07&to=2026-08>)'
		);
		expect(text).toContain('And 14 patch releases.');
		expect(text).not.toContain('verbatim');
	});

	test('as text says the same, with the sentence that may be quoted', () => {
		const text = weekPlainText(digest, PLACE);
		expect(text).toContain('SECURITY');
		expect(text).toContain('“It “is” <b>verbatim</b>.”');
		expect(text.split('\n').every((line) => line.length <= 78 || line.includes('https://'))).toBe(
			true
		);
	});

	test('as e-mail is one table without scripts, pictures or styles from elsewhere', () => {
		const html = weekEmail(digest, context(), PLACE);
		expect(html.match(/<table/g)).toHaveLength(1);
		expect(html).not.toMatch(/<(script|img|link|style|iframe)\b|javascript:[^)]*"/i);
		expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; *more*');
		expect(html).toContain('“It “is” &lt;b&gt;verbatim&lt;/b&gt;.”');
		expect(html).toContain('KServe (Adopt)');
	});

	test('as e-mail stays below what mail programs cut off, whatever the titles', () => {
		const long = Array.from({ length: 25 }, (_, i) =>
			item(
				`l${i}`,
				'article',
				'kserve',
				{},
				{ title: '漢&'.repeat(250), url: `https://e.org/${'x'.repeat(1500)}` }
			)
		);
		const html = weekEmail(weekDigest(WEEK, long, context()), context(), PLACE);
		expect(new TextEncoder().encode(html).length).toBeLessThanOrEqual(MOST_EMAIL_BYTES);
		expect(html).toMatch(/and \d+ more lines?\./);
	});

	test('as JSON keeps its contract, and quotes nothing', () => {
		const document = weekJson(digest, context(), PLACE, EDITION);
		expect(newsSchema.parse(document)).toEqual(document);
		const ajv = new Ajv2020({ strict: false });
		addFormats.default(ajv);
		const valid = ajv.compile(newsJsonSchema());
		expect(valid(JSON.parse(JSON.stringify(document)))).toBe(true);
		expect(JSON.stringify(document)).not.toContain('verbatim');
		expect(document.lines[0]).toMatchObject({
			id: 'move:2026-08:kueue',
			reason: 'moved',
			move: { to: 'adopt' }
		});
	});

	test('keeps its ids when more becomes known', () => {
		const ids = (items: NewsItem[]) =>
			weekJson(weekDigest(WEEK, items, context()), context(), PLACE, EDITION).lines.map(
				({ id }) => id
			);
		const before = ids(ALL);
		expect(ids([...ALL, bad]).filter((id) => before.includes(id))).toEqual(before);
	});
});
