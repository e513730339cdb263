/** Which requests a fault is for. */
export type Endpoint = 'graphql' | 'repository' | 'stats' | 'contributors' | 'landscape';

/** Something that the stand-in does wrong, until its `times` are used up. */
export type Fault = {
	/** Missing: every endpoint. */
	on?: Endpoint;
	/** `owner/name`; missing: every repository. Not for GraphQL, whose queries name many. */
	repository?: string;
	/** How many requests it spoils; missing: all. */
	times?: number;
} & (
	| { kind: 'status'; status: number; body?: string; headers?: Record<string, string> }
	/** The connection is cut in the middle of the body. */
	| { kind: 'cut' }
	/** A page of HTML with status 200. */
	| { kind: 'html' }
	/** A valid JSON body of so many bytes. */
	| { kind: 'huge'; bytes: number }
	/** The answer comes late. */
	| { kind: 'slow'; ms: number }
	/** Statistics: 202 so many times for every repository, before they are there. */
	| { kind: 'computing'; rounds: number }
	/** GraphQL: 502 when a query names more repositories than this. */
	| { kind: 'too-many'; above: number }
	/** GraphQL: status 200, `RESOURCE_LIMITS_EXCEEDED`, and the data of the first half only, above so many repositories. */
	| { kind: 'resource-limits'; above: number }
	/** GraphQL: null for the repository, and no error that says why. */
	| { kind: 'null-alias'; repository: string }
	/** GraphQL: `FORBIDDEN` for the repository. */
	| { kind: 'forbidden-alias'; repository: string }
);

export interface Asked {
	endpoint: Endpoint;
	repository: string | null;
}

/** The faults in force, in the order they were ordered. */
export class Misbehaviour {
	#faults: { fault: Fault; left: number }[] = [];
	/** How often each repository's statistics were asked for while they were being computed. */
	readonly #computed = new Map<string, number>();

	add(fault: Fault): void {
		this.#faults.push({ fault, left: fault.times ?? Infinity });
	}

	clear(): void {
		this.#faults = [];
		this.#computed.clear();
	}

	/** The first fault of these kinds that meets the request; uses it once. */
	take<K extends Fault['kind']>(
		asked: Asked,
		kinds: readonly K[]
	): Extract<Fault, { kind: K }> | null {
		const met = this.#faults.find(
			({ fault, left }) =>
				left > 0 &&
				(kinds as readonly string[]).includes(fault.kind) &&
				(fault.on === undefined || fault.on === asked.endpoint) &&
				(fault.repository === undefined ||
					fault.repository.toLowerCase() === asked.repository?.toLowerCase())
		);
		if (!met) return null;
		met.left -= 1;
		return met.fault as Extract<Fault, { kind: K }>;
	}

	/** Whether the statistics asked for are still being computed. */
	isComputing({ endpoint, repository }: Asked): boolean {
		const order = this.#faults.find(({ fault }) => fault.kind === 'computing')?.fault;
		if (order?.kind !== 'computing' || endpoint !== 'stats' || repository === null) return false;
		const times = (this.#computed.get(repository) ?? 0) + 1;
		this.#computed.set(repository, times);
		return times <= order.rounds;
	}

	/** Every repository for which such a fault is in force. */
	repositories(kind: 'null-alias' | 'forbidden-alias'): Set<string> {
		return new Set(
			this.#faults.flatMap(({ fault, left }) =>
				left > 0 && fault.kind === kind ? [fault.repository] : []
			)
		);
	}
}
