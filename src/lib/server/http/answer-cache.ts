import { LRUCache } from 'lru-cache';
import { FinalAnswer, type MadeAnswer } from './final-answer.ts';
import type { Encoding } from './accept-encoding.ts';

const MAX_BYTES = 64 * 1024 * 1024;
/** What is not there is kept for a minute, in little room. */
const MISSING = { max: 500, ttl: 60_000 };

/** The answers of one generation. An address is made once, also when many ask for it at the same time. */
export class AnswerCache {
	readonly #kept: LRUCache<string, FinalAnswer>;
	readonly #missing = new LRUCache<string, FinalAnswer>(MISSING);
	readonly #making = new Map<string, Promise<FinalAnswer>>();
	/** Times that each kept address was asked for. */
	readonly #asked = new Map<string, number>();

	constructor(maxBytes = MAX_BYTES) {
		this.#kept = new LRUCache({
			maxSize: maxBytes,
			sizeCalculation: (answer) => answer.bytes,
			dispose: (_, key) => this.#asked.delete(key)
		});
	}

	get bytes(): number {
		return this.#kept.calculatedSize;
	}

	/** How many addresses are being made. */
	get making(): number {
		return this.#making.size;
	}

	/** Null: it has to be made. `kind`: what errors are written in. */
	find(address: string, kind: string): FinalAnswer | null {
		const kept = this.#kept.get(address);
		if (kept === undefined) return this.#missing.get(`${kind} ${address}`) ?? null;
		this.#asked.set(address, (this.#asked.get(address) ?? 0) + 1);
		return kept;
	}

	isBeingMade(address: string, kind: string): boolean {
		return this.#making.has(`${kind} ${address}`);
	}

	/** Makes the answer of an address and keeps it when it may be kept. */
	async make(
		address: string,
		kind: string,
		render: () => Promise<MadeAnswer>
	): Promise<FinalAnswer> {
		const key = `${kind} ${address}`;
		const begun = this.#making.get(key);
		if (begun !== undefined) return begun;
		const making = render()
			.then((made) => {
				const answer = new FinalAnswer(made);
				if (mayBeKept(made)) this.#kept.set(address, answer);
				else if (made.status === 404) this.#missing.set(key, answer);
				return answer;
			})
			.finally(() => this.#making.delete(key));
		this.#making.set(key, making);
		return making;
	}

	/** Makes an encoding ready and counts its bytes. */
	async encode(address: string, answer: FinalAnswer, encoding: Encoding): Promise<void> {
		await answer.makeReady(encoding);
		if (this.#kept.peek(address) === answer) {
			const asked = this.#asked.get(address) ?? 0;
			this.#kept.set(address, answer);
			this.#asked.set(address, asked);
		}
	}

	/** The addresses asked for most. */
	commonest(count: number): string[] {
		return [...this.#asked]
			.sort(([, a], [, b]) => b - a)
			.slice(0, count)
			.map(([address]) => address);
	}
}

const mayBeKept = ({ status, headers }: MadeAnswer): boolean =>
	status === 200 &&
	!('set-cookie' in headers) &&
	!/no-store|private/.test(headers['cache-control'] ?? '');
