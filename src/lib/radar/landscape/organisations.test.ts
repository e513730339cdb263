import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { InputError } from '#lib/radar/input/yaml.ts';
import { parseOrganisations } from './organisations.ts';

const verified = 'verified: { by: home page, date: 2026-01-01 }';
const entry = (id: string, domains: string, more = '') =>
	`  - { id: ${id}, name: ${id}, kind: company, domains: [${domains}], ${more}${verified} }\n`;
const file = (organisations: string, rest = '') =>
	`version: 3\norganisations:\n${organisations}public: [example.net, users.noreply.github.com]\nfoundations: [apache.org]\nagents: ['noreply@agent.example']\n${rest}`;
const organisations = parseOrganisations(
	file(
		entry(
			'buyer',
			'buyer.example, { domain: small.example, from: 2025-01-13 }',
			'github: [buyer], '
		) +
			entry('small', '{ domain: small.example, until: 2025-01-13 }', 'parent: buyer, ') +
			entry('mail', 'corp.example.net') +
			entry('school', 'school.example'),
		'opt_out: [quiet.example, left.school.example]\n'
	),
	'organisations.yml'
);
const named = (domain: string, day = '2026-08-01') => {
	const meaning = organisations.meaning(domain, day);
	return meaning.state === 'organisation' ? meaning.organisation.id : meaning.state;
};

test('the longest listed suffix decides', () => {
	expect(named('mail.EU.buyer.example')).toBe('buyer');
	expect(named('example.net')).toBe('public');
	expect(named('corp.example.net')).toBe('mail');
	expect(named('notbuyer.example')).toBe('unlisted');
	expect(named('apache.org')).toBe('foundation');
	expect(named('users.noreply.github.com')).toBe('public');
});

test('an acquired firm counts for its owner from its day on', () => {
	expect(named('small.example', '2025-01-12')).toBe('small');
	expect(named('small.example', '2025-01-13')).toBe('buyer');
});

test('an organisation that opted out is not known, subdomains too, and alumni are no staff', () => {
	expect(named('eu.quiet.example')).toBe('opted-out');
	expect(named('left.school.example')).toBe('opted-out');
	expect(named('alumni.school.example')).toBe('public');
	expect(named('school.example')).toBe('school');
});

test('owners and agents are found whatever their case and number', () => {
	expect(organisations.owning('Buyer')?.id).toBe('buyer');
	expect(organisations.owning('unlisted')).toBeNull();
	expect(organisations.isAgent('123+NoReply@agent.example')).toBe(true);
	expect(organisations.isAgent('person@agent.example')).toBe(false);
});

describe('tables that are refused, with path and line', () => {
	test.each([
		[
			'a domain twice',
			file(entry('a', 'x.example') + entry('b', 'x.example')),
			'organisations.1.domains.0',
			4
		],
		[
			'days that overlap',
			file(
				entry('a', '{ domain: x.example, until: 2025-02-01 }') +
					entry('b', '{ domain: x.example, from: 2025-01-13 }')
			),
			'organisations.1.domains.0',
			4
		],
		[
			'days the wrong way round',
			file(entry('a', '{ domain: x.example, from: 2025-02-01, until: 2025-01-01 }')),
			'organisations.0.domains.0.from',
			3
		],
		[
			'an id twice',
			file(entry('a', 'x.example') + entry('a', 'y.example')),
			'organisations.1.id',
			4
		],
		[
			'an owner that is not there',
			file(entry('a', 'x.example', 'parent: b, ')),
			'organisations.0.parent',
			3
		],
		[
			'an account twice',
			file(entry('a', 'x.example', 'github: [Z], ') + entry('b', 'y.example', 'github: [z], ')),
			'organisations.1.github.0',
			4
		],
		['public mail as an organisation', file(entry('a', 'example.net')), 'public.0', 4],
		[
			'no word on how it was verified',
			'version: 1\norganisations:\n  - { id: a, name: A, kind: company, domains: [x.example] }\npublic: []\nfoundations: []\nagents: []\n',
			'organisations.0.verified',
			3
		],
		['a person', file(entry('a', 'someone@x.example')), 'organisations.0.domains.0.domain', 3]
	])('%s', (_, text, path, line) => {
		try {
			parseOrganisations(text, 'organisations.yml');
			expect.unreachable();
		} catch (error) {
			if (!(error instanceof InputError)) throw error;
			expect(error.places[0]).toMatchObject({ file: 'organisations.yml', path, line });
		}
	});
});

test('the published table is sound', () => {
	const published = parseOrganisations(readFileSync('data/organisations.yml', 'utf8'), 'o.yml');
	const of = (domain: string, day: string) => published.meaning(domain, day);
	expect(of('eng.redhat.com', '2026-01-01')).toMatchObject({ organisation: { id: 'red-hat' } });
	expect(of('naver.com', '2026-01-01')).toEqual({ state: 'public' });
	expect(of('run.ai', '2024-12-29')).toMatchObject({ organisation: { id: 'run-ai' } });
	expect(of('run.ai', '2024-12-30')).toMatchObject({ organisation: { id: 'nvidia' } });
});
