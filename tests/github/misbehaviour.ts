/** Which requests a fault is for. */
export type Endpoint = 'graphql' | 'repository' | 'rate-limit' | 'landscape';

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
	/** GraphQL: 502 when a query names more repositories than this. */
	| { kind: 'too-many'; above: number }
	/** GraphQL: status 200, `RESOURCE_LIMITS_EXCEEDED`, and the data of the first half only, above so many repositories. */
	| { kind: 'resource-limits'; above: number }
	/** GraphQL: null for the repository, and no error that says why. */
	| { kind: 'null-alias'; repository: string }
	/** GraphQL: `FORBIDDEN` for the repository. */
	| { kind: 'forbidden-alias'; repository: string }
	/** GraphQL: 502 for every query that asks for the heavy parts of the repository. */
	| { kind: 'too-heavy'; repository: string }
	/** GraphQL: data for all, null for one part of the repository (dots lead inwards), and GitHub's words of a failure. */
	| { kind: 'part-failed'; repository: string; part: string }
);

export interface Asked {
	endpoint: Endpoint;
	repository: string | null;
}

/** The faults in force, in the order they were ordered. */
export class Misbehaviour {
	#faults: { fault: Fault; left: number }[] = [];

	add(fault: Fault): void {
		this.#faults.push({ fault, left: fault.times ?? Infinity });
	}

	clear(): void {
		this.#faults = [];
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

	/** The parts that fail. */
	failedParts(): { repository: string; part: string }[] {
		return this.#faults.flatMap(({ fault }) => (fault.kind === 'part-failed' ? [fault] : []));
	}

	/** Every repository for which such a fault is in force. */
	repositories(kind: 'null-alias' | 'forbidden-alias' | 'too-heavy'): Set<string> {
		return new Set(
			this.#faults.flatMap(({ fault, left }) =>
				left > 0 && fault.kind === kind ? [fault.repository] : []
			)
		);
	}
}
