import { Kind, visit, type DocumentNode, type FieldNode } from 'graphql';

/** What GitHub counts before it runs a query. */
export interface QueryCost {
	points: number;
	nodes: number;
	/** A list asked without `first`, which GitHub refuses. */
	unbounded: string | null;
}

/** The repositories' names in a query: aliases at the top. */
export const repositoryAliases = (document: DocumentNode): string[] =>
	document.definitions.flatMap((definition) =>
		definition.kind === Kind.OPERATION_DEFINITION
			? definition.selectionSet.selections.flatMap((field) =>
					field.kind === Kind.FIELD && field.name.value === 'repository'
						? [field.alias?.value ?? field.name.value]
						: []
				)
			: []
	);

/** Connections by the argument they must have when their members are asked for. */
const isConnection = (field: FieldNode): boolean =>
	field.selectionSet?.selections.some(
		(part) =>
			part.kind === Kind.FIELD &&
			['nodes', 'edges', 'totalCount', 'issueCount'].includes(part.name.value)
	) ?? false;
const listsMembers = (field: FieldNode): boolean =>
	field.selectionSet?.selections.some(
		(part) => part.kind === Kind.FIELD && ['nodes', 'edges'].includes(part.name.value)
	) ?? false;

/** Counts connections with fragments spread out: each is a request, a hundred requests are a point. */
export function costOf(document: DocumentNode): QueryCost {
	const perFragment = new Map<string, { requests: number; nodes: number }>();
	const spreads = new Map<string, number>();
	let unbounded: string | null = null;
	const count = (root: Parameters<typeof visit>[0]) => {
		const total = { requests: 0, nodes: 0 };
		visit(root, {
			Field(field) {
				if (!isConnection(field)) return;
				total.requests += 1;
				if (!listsMembers(field)) return;
				const first = field.arguments?.find((argument) => argument.name.value === 'first')?.value;
				if (first?.kind !== Kind.INT || Number(first.value) > 100) unbounded = field.name.value;
				else total.nodes += Number(first.value);
			},
			FragmentSpread(spread) {
				spreads.set(spread.name.value, (spreads.get(spread.name.value) ?? 0) + 1);
			}
		});
		return total;
	};
	let requests = 0;
	let nodes = 0;
	for (const definition of document.definitions) {
		const counted = count(definition);
		if (definition.kind === Kind.FRAGMENT_DEFINITION)
			perFragment.set(definition.name.value, counted);
		else {
			requests += counted.requests;
			nodes += counted.nodes;
		}
	}
	for (const [name, times] of spreads) {
		requests += times * (perFragment.get(name)?.requests ?? 0);
		nodes += times * (perFragment.get(name)?.nodes ?? 0);
	}
	return { points: Math.max(1, Math.round(requests / 100)), nodes, unbounded };
}
