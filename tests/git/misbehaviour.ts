/** How the server answers otherwise than it should. */
export type Fault =
	/** Answers with that status. */
	| { kind: 'status'; status: number; body?: string; headers?: Record<string, string> }
	/** A page of HTML with status 200. */
	| { kind: 'html' }
	/** Sends elsewhere; `{path}` stands for what was asked. */
	| { kind: 'redirect'; to: string }
	/** Sends so many bytes of the pack, then cuts the connection. */
	| { kind: 'cut'; after: number }
	/** Changes the byte at that place of the pack's answer. */
	| { kind: 'flip'; at: number }
	/** Never answers. */
	| { kind: 'silence' }
	/** Sends the pack in parts of so many bytes, one every `everyMs`. */
	| { kind: 'drip'; bytes: number; everyMs: number };

/** What a fault meets: the list of references, the pack, or any request. */
export type Meets = 'refs' | 'pack' | 'any';

interface Planned {
	fault: Fault;
	meets: Meets;
	/** Requests that it still meets. */
	left: number;
	/** Only requests that bear a token. */
	withToken: boolean;
	/** Only below a path that holds this. */
	of: string;
}

/** The faults that are to come. */
export class Misbehaviour {
	#planned: Planned[] = [];

	add(
		fault: Fault,
		{ meets = 'any', times = Infinity, withToken = false, of = '' }: Partial<FaultOptions> = {}
	): void {
		this.#planned.push({ fault, meets, left: times, withToken, of });
	}

	clear(): void {
		this.#planned = [];
	}

	/** The fault that this request meets. */
	take(asked: Exclude<Meets, 'any'> | null, hasToken: boolean, path: string): Fault | null {
		const planned = this.#planned.find(
			({ meets, left, withToken, of }) =>
				left > 0 &&
				(meets === 'any' || meets === asked) &&
				(!withToken || hasToken) &&
				path.includes(of)
		);
		if (!planned) return null;
		planned.left -= 1;
		return planned.fault;
	}
}

export interface FaultOptions {
	meets: Meets;
	times: number;
	withToken: boolean;
	/** A part of the path, such as the repository's name. */
	of: string;
}
