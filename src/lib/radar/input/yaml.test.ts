import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { checkYaml, InputError, readYaml } from './yaml.ts';

const refused = (text: string): InputError => {
	try {
		readYaml(text, 'some.yml');
	} catch (error) {
		if (error instanceof InputError) return error;
		throw error;
	}
	throw new Error('it was taken');
};

describe('YAML that is refused', () => {
	test.each(['', '  \n\n'])('an empty file (%j)', (text) => {
		expect(refused(text).message).toBe('some.yml: the file is empty');
	});

	test('a file that is too large', () => {
		expect(refused('a: ' + 'x'.repeat(17 * 1024 * 1024)).message).toBe(
			'some.yml: 17 MB is too large: at most 16 MB are read'
		);
	});

	test('a key that stands twice, with its line', () => {
		const error = refused('a: 1\nb: 2\na: 3\n');
		expect(error.places).toMatchObject([{ file: 'some.yml', line: 3 }]);
		expect(error.message).toContain('unique');
	});

	test('aliases that multiply themselves', () => {
		const levels = Array.from({ length: 9 }, (_, i) => {
			const inner = i === 0 ? '"lol"' : `*l${i - 1}`;
			return `l${i}: &l${i} [${Array.from({ length: 9 }, () => inner).join(', ')}]`;
		});
		const started = refused(levels.join('\n'));
		expect(started.message).toContain('cannot be read');
		expect(started.message).toContain('alias');
	});

	test('a text that is no YAML, with its line', () => {
		const error = refused('a: 1\nb: [1, 2\nc: 3\n');
		expect(error.places[0]?.line).toBeGreaterThanOrEqual(2);
		expect(error.message).toContain('not valid YAML');
	});
});

test('honest aliases are read', () => {
	expect(readYaml('a: &a [1]\nb: *a\n', 'some.yml').data).toEqual({ a: [1], b: [1] });
});

describe('a check against a schema', () => {
	const schema = z.strictObject({ list: z.array(z.strictObject({ n: z.number() })) });
	const check = (text: string) => {
		try {
			return checkYaml(readYaml(text, 'some.yml'), schema);
		} catch (error) {
			return error instanceof InputError ? error.places : error;
		}
	};

	test('answers what it read', () => {
		expect(check('list:\n  - n: 1\n')).toEqual({ list: [{ n: 1 }] });
	});

	test('names every place that is wrong, with path and line', () => {
		expect(check('list:\n  - n: one\n  - n: 2\n    m: 3\n  - {}\n')).toMatchObject([
			{ path: 'list.0.n', line: 2 },
			{ path: 'list.1.m', line: 4 },
			{ path: 'list.2.n', line: 5 }
		]);
	});
});
