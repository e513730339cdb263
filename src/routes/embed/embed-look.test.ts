import { expect, test } from 'vitest';
import { embedLook } from './embed-look.ts';

test.each([
	['', null, null],
	['theme=dark&size=480', 'dark', '480px'],
	['theme=light', 'light', null],
	['size=160', null, '160px']
])('%s', (search, theme, size) => {
	expect(embedLook(new URLSearchParams(search))).toEqual({ theme, size, problems: [] });
});

test.each([['theme=red'], ['size=big'], ['size=1e9'], ['size=-1'], ['size=480;color:red']])(
	'%s is told, and changes nothing',
	(search) => {
		const { theme, size, problems } = embedLook(new URLSearchParams(search));
		expect([theme, size]).toEqual([null, null]);
		expect(problems).toHaveLength(1);
	}
);
