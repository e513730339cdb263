/** One letter missing, added or replaced, or two neighbours swapped, turns one word into the other. */
export function isOneTypingErrorAway(one: string, other: string): boolean {
	if (one === other || Math.abs(one.length - other.length) > 1) return false;
	let at = 0;
	while (one[at] === other[at]) at += 1;
	const [a, b] = [one.slice(at), other.slice(at)];
	return (
		a.slice(1) === b.slice(1) ||
		a === b.slice(1) ||
		a.slice(1) === b ||
		(a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
	);
}
