import { expect, test } from 'vitest';
import { UsageError } from '../command.ts';
import { draw } from './drawing.ts';

test('says what to do where the pictures have not been built', async () => {
	const picture = draw(() => 'a picture', '/no/such/folder');
	await expect(picture).rejects.toThrow(UsageError);
	await expect(picture).rejects.toThrow(/npm run build/);
});
