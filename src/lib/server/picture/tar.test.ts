import { expect, test } from 'vitest';
import { filesOfTar } from './tar.ts';

/** A header block, and the content in whole blocks. */
function entry(name: string, content: string, kind = '0'): Buffer {
	const header = Buffer.alloc(512);
	header.write(name, 0);
	header.write(content.length.toString(8).padStart(11, '0'), 124);
	header.write(kind, 156);
	const body = Buffer.alloc(Math.ceil(content.length / 512) * 512);
	body.write(content);
	return Buffer.concat([header, body]);
}

test('gives the plain files of an archive, by name', () => {
	const end = Buffer.alloc(1024);
	const tar = Buffer.concat([
		entry('fonts/', '', '5'),
		entry('fonts/a.ttf', 'A'.repeat(700)),
		entry('empty', ''),
		entry('b', 'B'),
		end
	]);
	const files = filesOfTar(tar);
	expect([...files].map(([name, bytes]) => [name, bytes.toString()])).toEqual([
		['fonts/a.ttf', 'A'.repeat(700)],
		['empty', ''],
		['b', 'B']
	]);
	expect(filesOfTar(end).size).toBe(0);
});
