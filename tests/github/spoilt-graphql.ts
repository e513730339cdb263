/** A GraphQL answer on its way out. */
export type GraphqlBody = { data: Record<string, unknown> | null; errors?: unknown[] };

/** Half of the data, as GitHub answers when a query takes too many of its resources. */
export function cutInHalf(answer: GraphqlBody, aliases: readonly string[]): void {
	if (!answer.data) return;
	const data = answer.data;
	const lost = aliases.length === 1 ? [] : aliases.slice(Math.ceil(aliases.length / 2));
	for (const alias of lost) data[alias] = null;
	const paths =
		lost.length > 0 ? lost.map((alias) => [alias]) : aliases.map((alias) => [alias, 'languages']);
	if (lost.length === 0) {
		for (const alias of aliases) data[alias] = { ...(data[alias] as object), languages: null };
	}
	answer.errors = [
		...(answer.errors ?? []),
		...paths.map((path) => ({
			type: 'RESOURCE_LIMITS_EXCEEDED',
			path,
			message: 'Resource limits for this query exceeded.'
		}))
	];
}

/** `FORBIDDEN` for repositories that their organisation hides. */
export function forbid(
	answer: GraphqlBody,
	names: ReadonlySet<string>,
	variables: Record<string, unknown>,
	aliases: readonly string[]
): void {
	for (const alias of aliases) {
		const at = alias.slice(1);
		if (
			!answer.data ||
			!names.has(`${String(variables[`owner${at}`])}/${String(variables[`name${at}`])}`)
		)
			continue;
		answer.data[alias] = null;
		const message = 'Resource protected by organization SAML enforcement.';
		answer.errors = [...(answer.errors ?? []), { type: 'FORBIDDEN', path: [alias], message }];
	}
}

/** One part of a repository failed, in the words and the place that GitHub has for it. */
export function failPart(
	answer: GraphqlBody,
	failed: { repository: string; part: string },
	variables: Record<string, unknown>,
	aliases: readonly string[]
): void {
	const alias = aliases.find((one) => {
		const at = one.slice(1);
		return (
			`${String(variables[`owner${at}`])}/${String(variables[`name${at}`])}` === failed.repository
		);
	});
	if (!alias || !answer.data) return;
	const path = [alias, ...failed.part.split('.')];
	answer.data = withNull(answer.data, path);
	const message = 'Something went wrong while executing your query.';
	answer.errors = [{ message, path }, ...(answer.errors ?? [])];
}

/** The same data with null at the end of the path. */
function withNull(data: object, [first = '', ...rest]: readonly string[]): Record<string, unknown> {
	const inner: unknown = Reflect.get(data, first);
	const isOver = rest.length === 0 || typeof inner !== 'object' || inner === null;
	return { ...data, [first]: isOver ? null : withNull(inner, rest) };
}
