import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatMember, parseMember, ProjectRegistry, slug, type Member } from './membership.ts';

const member = (change: Partial<Member>): Member => ({
	project: 'a',
	name: 'A',
	repository: null,
	maturity: null,
	badge: false,
	paths: [{ category: 'Data', subcategory: 'Data Science' }],
	...change
});

describe('a project', () => {
	test('is the same under another name when the repository is the same', () => {
		const registry = new ProjectRegistry();
		const id = registry.assign(['KServe'], 'kserve/kserve');
		expect(registry.assign(['Kserve'], 'KServe/kserve')).toBe(id);
	});

	test('is the same when a repository is filed for it later', () => {
		const registry = new ProjectRegistry();
		const id = registry.assign(['Prometheus'], null);
		expect(registry.assign(['Prometheus'], 'prometheus/prometheus')).toBe(id);
	});

	test('is another one when the name is the same and the repository is not', () => {
		const registry = new ProjectRegistry();
		const id = registry.assign(['Echo'], 'one/echo');
		expect(registry.assign(['Echo'], 'two/echo')).not.toBe(id);
	});

	test('keeps an id that was given before, whatever it is called now', () => {
		const registry = new ProjectRegistry();
		registry.learn([member({ project: 'old-name', name: 'Old name', repository: 'o/r' })]);
		expect(registry.assign(['New name'], 'o/r')).toBe('old-name');
	});

	test('follows a renamed repository where the renames are known', () => {
		const registry = new ProjectRegistry((name) =>
			name === 'alibaba/higress' ? 'higress-group/higress' : name
		);
		const id = registry.assign(['Higress'], 'alibaba/higress');
		expect(registry.assign(['Higress by Alibaba'], 'higress-group/higress')).toBe(id);
	});
});

describe('an id', () => {
	test('is readable', () => {
		expect(slug('Container Storage Interface (CSI)')).toBe('container-storage-interface-csi');
		expect(slug('Weights & Biases')).toBe('weights-biases');
	});

	test('is always fit for an address and never empty', () => {
		fc.assert(
			fc.property(fc.string(), (name) => {
				expect(slug(name)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
			})
		);
	});
});

describe('a line of a membership file', () => {
	test('is read as it was written', () => {
		const written = member({ repository: 'o/r', maturity: 'sandbox', badge: true });
		expect(parseMember(formatMember(written))).toEqual(written);
	});

	test.each([
		['{"project":"A B","name":"A","paths":["C / S"]}', 'project'],
		['{"project":"a","name":"A","paths":["C"]}', 'expected Category / Subcategory'],
		['{"project":"a","name":"A","paths":[]}', 'paths'],
		['{"project":"a","name":"A","paths":["C / S"],"maturity":"ripe"}', 'maturity'],
		['nonsense', 'JSON']
	])('that is broken says what is wrong: %s', (line, message) => {
		expect(() => parseMember(line)).toThrow(message);
	});
});
