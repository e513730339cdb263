import { expect, test } from 'vitest';
import { BADGE_FORMATS, badgeText } from './badge-text.ts';

const RADAR = 'CNAI Radar';
const PAGE = 'https://radar.example/projects/kserve';

test('every format names the picture, and all but the address the page', () => {
	for (const format of BADGE_FORMATS) {
		expect(badgeText(format, 'KServe', PAGE, RADAR)).toContain(`${PAGE}/badge.svg`);
	}
	expect(badgeText('AsciiDoc', 'KServe', PAGE, RADAR)).toBe(
		`image:${PAGE}/badge.svg["KServe on the CNAI Radar", link="${PAGE}"]`
	);
	expect(badgeText('reStructuredText', 'KServe', PAGE, RADAR).split('\n')).toEqual([
		`.. image:: ${PAGE}/badge.svg`,
		`   :target: ${PAGE}`,
		'   :alt: KServe on the CNAI Radar'
	]);
});

test('a name with signs of the format stays a name', () => {
	expect(badgeText('HTML', 'A "b" <c>', PAGE, RADAR)).toContain(
		'alt="A &quot;b&quot; &lt;c&gt; on'
	);
	expect(badgeText('Markdown', 'A [b]', PAGE, RADAR)).toContain('\\[b\\]');
	expect(badgeText('AsciiDoc', 'A "b"', PAGE, RADAR)).toContain(`["A 'b' on the CNAI Radar"`);
});
