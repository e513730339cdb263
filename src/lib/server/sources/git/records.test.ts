import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRecord, RecordSplitter } from './records.ts';

/** Splits bytes that come in parts of the given lengths. */
function split(bytes: Buffer, lengths: readonly number[]): string[] {
	const splitter = new RecordSplitter();
	const records: string[] = [];
	let from = 0;
	for (const length of [...lengths, bytes.length]) {
		records.push(...splitter.push(bytes.subarray(from, from + length)));
		from += length;
	}
	return records;
}

describe('the splitter', () => {
	test('finds the same records however the stream is cut', () => {
		const record = fc
			.string({ unit: 'binary', maxLength: 40 })
			.map((text) => text.replaceAll('\0', ''));
		fc.assert(
			fc.property(fc.array(record, { maxLength: 12 }), fc.array(fc.nat(30)), (records, lengths) => {
				const bytes = Buffer.from(records.map((text) => `${text}\0`).join(''));
				expect(split(bytes, lengths)).toEqual(records.map((text) => Buffer.from(text).toString()));
			})
		);
	});

	test('keeps the beginning and the end of a record of megabytes, and nothing of one without an end', () => {
		const long = `1\n\na@b\nAnn\n${'x'.repeat(3_000_000)}(#12)`;
		const bytes = Buffer.from(`${long}\0not whole`);
		const [record = '', ...more] = split(bytes, Array<number>(50).fill(65_536));
		expect(more).toEqual([]);
		expect(record.length).toBe(2048 + 256);
		expect(record.startsWith('1\n\na@b\nAnn\nx')).toBe(true);
		expect(record.endsWith('x(#12)')).toBe(true);
	});
});

describe('a record', () => {
	test('is read line by line', () => {
		expect(parseRecord('17\nabc def\na@b\nAnn\nMend it')).toEqual({
			...{ time: 17, parents: 2, email: 'a@b', name: 'Ann', subject: 'Mend it' }
		});
		expect(parseRecord('0\n\n\n\n')).toEqual({
			time: 0,
			parents: 0,
			email: '',
			name: '',
			subject: ''
		});
	});
	test('may have further fields', () => {
		expect(parseRecord('17\n\na@b\nAnn\nMend it\nBen <b@c>')?.subject).toBe('Mend it');
	});
	test.each(['', 'x', '-5\n\na@b', '1e3\n\na@b', `${'9'.repeat(20)}\n\na`])(
		'without a date is none: %j',
		(text) => expect(parseRecord(text)).toBeNull()
	);
});
