import { expect, test } from 'vitest';
import { InputError } from '#lib/radar/input/yaml.ts';
import { parseFeeds } from './feed-list.ts';

const SOUND = `feeds:
  - id: kserve-blog
    name: KServe blog
    url: https://kserve.github.io/website/blog/atom.xml
    site: https://kserve.github.io/website/blog/
    about: [kserve]
    quote: true
    licence: Apache-2.0
    since: 2024-05-01
`;
const FURTHER = SOUND.replace('feeds:\n', '');

const refused = (text: string) => {
	try {
		return parseFeeds(text, 'feeds.yml', new Set(['kserve']));
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		return error.message;
	}
};

test('a sound list is read', () => {
	expect(refused(SOUND)).toMatchObject([{ id: 'kserve-blog', about: ['kserve'], quote: true }]);
	expect(refused(SOUND.replace('[kserve]', 'all'))).toMatchObject([{ about: 'all' }]);
});

test.each([
	[
		'an unknown project',
		SOUND.replace('[kserve]', '[kserve, kserv]'),
		/feeds\.yml:6: feeds\.0\.about\.1: there is no project kserv/
	],
	[
		'an id that stands twice',
		SOUND + FURTHER.replace('atom.xml', 'rss.xml'),
		/feeds\.yml:10: feeds\.1\.id: feed kserve-blog stands twice/
	],
	[
		'an address that stands twice',
		SOUND + FURTHER.replace('kserve-blog', 'other'),
		/feeds\.yml:12: .*stands twice/
	],
	['another scheme', SOUND.replace('url: https', 'url: ftp'), /feeds\.yml:4: feeds\.0\.url/],
	[
		'a day that is none',
		SOUND.replace('2024-05-01', '2024-02-30'),
		/feeds\.yml:9: feeds\.0\.since/
	],
	['an unknown key', `${SOUND}    person: x\n`, /feeds\.yml:10: feeds\.0\.person/],
	[
		'off without a link',
		`${SOUND}    off: { date: 2026-01-01, reason: Asked. }\n`,
		/feeds\.yml:10: feeds\.0\.off\.link/
	]
])('%s is refused with its line', (_, text, message) => {
	expect(refused(text)).toMatch(message);
});
