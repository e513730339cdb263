import { expect, test } from 'vitest';
import { UsageError } from './command.ts';
import { drawn } from './drawing.ts';

test('says what to do where the pictures have not been built', async () => {
	const picture = drawn(({ radarCardSvg }) => radarCardSvg, '/no/such/folder');
	await expect(picture).rejects.toThrow(UsageError);
	await expect(picture).rejects.toThrow(/npm run build/);
});
