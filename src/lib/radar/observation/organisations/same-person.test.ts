import { expect, test } from 'vitest';
import { personsOf } from './same-person.ts';

const person = (name: string, address: string) => ({ name, address });

test('address, login and full name tell the same person, also from one to the next', () => {
	expect(
		personsOf([
			person('Ann Example', 'ann@alpha.example'),
			person('ann', '7+ann-x@users.noreply.github.com'),
			person('ANN  example', 'ann@mail.example'),
			person('Ann X', 'ann-x@users.noreply.github.com'),
			person('Ann X', 'ann@mail.example')
		])
	).toEqual([0, 0, 0, 0, 0]);
});

test('a name of one word tells nothing, nor does another’s address', () => {
	expect(
		personsOf([
			person('root', 'one@alpha.example'),
			person('root', 'two@alpha.example'),
			person('Bob Example', '9+bob@users.noreply.github.com'),
			person('Ann Example', '9+bobby@users.noreply.github.com')
		])
	).toEqual([0, 1, 2, 3]);
});
