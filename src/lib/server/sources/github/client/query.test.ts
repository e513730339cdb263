import { expect, test } from 'vitest';
import { buildQuery } from './query.ts';

test('names come as variables, and the heavy parts only where one is asked for them', () => {
	const asks = [
		{ repository: 'a/b") { id } x: repository(owner: "c', light: true },
		{ repository: 'd/e', light: true }
	];
	const light = buildQuery(asks);
	expect(light.variables).toMatchObject({ owner0: 'a', owner1: 'd', name1: 'e' });
	expect(light.query).not.toContain('x: repository');
	expect(light.query).not.toContain('languages');
	const whole = buildQuery([...asks, { repository: 'f/g', light: false }]);
	expect(whole.query.match(/\.\.\.Heavy/g)).toHaveLength(1);
	expect(whole.query).toContain('fragment Heavy');
});
