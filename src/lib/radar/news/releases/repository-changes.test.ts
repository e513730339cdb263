import { expect, test } from 'vitest';
import type { ObservedValues } from '#lib/radar/observation/observed-fields.ts';
import { repositoryItems } from './repository-changes.ts';

const PROJECT = { id: 'p', name: 'P', repository: 'o/p' };
const seen = (observedOn: string, values: ObservedValues, source = 'github', mirror = false) => ({
	observedOn,
	values,
	source,
	mirror
});

test('a licence, a home and an archive are told from the day on which they are seen', () => {
	const items = repositoryItems(PROJECT, [
		seen('2026-03-01', { license: 'BUSL-1.1', nameWithOwner: 'new/p', archived: true }),
		seen('2026-01-01', { license: 'Apache-2.0', nameWithOwner: 'o/p', archived: false })
	]);
	expect(items.map(({ day, title }) => `${day} ${title}`)).toEqual([
		'2026-03-01 P changed its licence from Apache-2.0 to BUSL-1.1',
		'2026-03-01 P moved to new/p',
		'2026-03-01 P’s repository is archived'
	]);
});

test('what is not known on both sides, or comes from another source or a mirror, tells nothing', () => {
	expect(
		repositoryItems(PROJECT, [
			seen('2026-01-01', { license: 'Apache-2.0' }),
			seen('2026-02-01', { license: 'NOASSERTION', archived: true }),
			seen('2026-03-01', { license: 'MIT' }, 'history'),
			seen('2026-04-01', { license: 'MIT' }, 'github', true),
			seen('2026-05-01', { license: 'Apache-2.0', nameWithOwner: 'O/P' })
		])
	).toEqual([]);
});
