/** Who wrote a commit, as it is written there. */
interface Author {
	address: string;
	name: string;
}

/** GitHub's private addresses hold the login, mostly after a number: `123+login@users.noreply.github.com`. */
const PRIVATE = /^(?:\d+\+)?([^@+]+)@users\.noreply\.github\.com$/i;

/** One spelling for every spelling of a person's name. */
export const nameKey = (name: string): string =>
	name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

/** What tells that two commits of one repository are of the same person; a name of one word is no full name. */
function marksOf({ address, name }: Author): string[] {
	const mail = address.trim().toLowerCase();
	const login = PRIVATE.exec(mail)?.[1];
	const full = nameKey(name);
	return [
		`mail ${mail}`,
		...(login === undefined ? [] : [`login ${login}`]),
		...(full.includes(' ') ? [`name ${full}`] : [])
	];
}

/**
 * Numbers the persons behind the commits of one repository: same address, same login in a private address, or same full
 * name. One number per commit. Nothing of it may be kept longer than the count.
 */
export function personsOf(authors: readonly Author[]): number[] {
	const parents: number[] = [];
	const root = (person: number): number => {
		let at = person;
		while (parents[at] !== at) at = parents[at] = parents[parents[at] ?? at] ?? at;
		return at;
	};
	const known = new Map<string, number>();
	const persons = authors.map((author) => {
		const marks = marksOf(author);
		const met = marks.flatMap((mark) => {
			const person = known.get(mark);
			return person === undefined ? [] : [root(person)];
		});
		const person = met.length === 0 ? parents.push(parents.length) - 1 : Math.min(...met);
		for (const other of met) parents[other] = person;
		for (const mark of marks) known.set(mark, person);
		return person;
	});
	return persons.map(root);
}
