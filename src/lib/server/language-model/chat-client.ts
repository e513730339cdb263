import { setTimeout as sleep } from 'node:timers/promises';
import {
	readChatAnswer,
	type AnswerFault,
	type ChatQuestion
} from '#lib/radar/language-model/chat-answer.ts';
import { tokensOf } from '#lib/radar/language-model/data-block.ts';
import type { LanguageModelLimits } from '#lib/radar/model/settings/language-model.ts';
import type { LanguageModelPlace } from './settings.ts';

export type FaultKind =
	| AnswerFault
	| 'unreachable'
	| 'slow'
	| 'too-large'
	| 'redirects'
	| 'not-json'
	| 'status'
	| 'busy'
	| 'stopped';

/** Why a model did not answer; its message holds no text of the server's, which may repeat the key. */
export class LanguageModelFault extends Error {
	override name = 'LanguageModelFault';
	readonly kind: FaultKind;
	/** Spent all the same. */
	readonly tokens: number;
	constructor(kind: FaultKind, message: string, tokens = 0) {
		super(message);
		this.kind = kind;
		this.tokens = tokens;
	}
}

interface Told {
	content: string;
	tokens: { in: number; out: number };
}

/** Asks one question. @throws {LanguageModelFault} for whatever goes wrong. */
export type AskModel = (question: ChatQuestion, signal?: AbortSignal) => Promise<Told>;

export interface ClientOptions {
	/** Waits so many milliseconds; default: really. */
	wait?: (ms: number, signal: AbortSignal) => Promise<unknown>;
}

const LONGEST_WAIT_MS = 10_000;
const USUAL_WAIT_MS = 1000;
const RETRIES = 1;
/** Far more than the letters of an answer, with what servers put around it. */
const BYTES_PER_TOKEN = 32;
const LEAST_BYTES = 64 * 1024;

const SAYS: Record<AnswerFault, string> = {
	'not-an-answer': 'answered something that is no chat completion',
	refused: 'refused to answer',
	filtered: 'had its answer held back by a filter',
	'cut-off': 'did not finish its answer within its tokens',
	empty: 'answered nothing'
};

/**
 * A client of `POST /chat/completions` at an OpenAI-compatible server. The answer comes whole. One more attempt is made
 * after 429, 500 and above; redirects are not followed; all attempts share `total_s`.
 */
export function chatClient(
	{ url, model, key }: LanguageModelPlace,
	limits: LanguageModelLimits,
	{ wait = (ms, signal) => sleep(ms, undefined, { signal }) }: ClientOptions = {}
): AskModel {
	const mostBytes = Math.max(LEAST_BYTES, limits.tokens_out * BYTES_PER_TOKEN);
	return async (question, stop) => {
		const timeout = AbortSignal.timeout(limits.total_s * 1000);
		const signal = stop === undefined ? timeout : AbortSignal.any([stop, timeout]);
		const body = JSON.stringify(requestBody(question, model, limits));
		const asked = tokensOf(question.instructions + question.question);
		try {
			for (let attempt = 0; ; attempt++) {
				const response = await fetch(`${url}/chat/completions`, {
					method: 'POST',
					redirect: 'manual',
					headers: {
						'content-type': 'application/json',
						accept: 'application/json',
						...(key !== null && { authorization: `Bearer ${key}` })
					},
					body,
					signal
				});
				const pause = attempt < RETRIES ? pauseBefore(response) : null;
				if (pause === null) return await toldBy(response, asked, mostBytes);
				await response.body?.cancel();
				await wait(pause, signal);
			}
		} catch (error) {
			if (error instanceof LanguageModelFault) throw error;
			if (stop?.aborted === true) throw new LanguageModelFault('stopped', 'was stopped', asked);
			if (timeout.aborted) {
				throw new LanguageModelFault('slow', `did not answer within ${limits.total_s} s`, asked);
			}
			throw new LanguageModelFault('unreachable', `cannot be reached (${codeOf(error)})`);
		}
	};
}

const requestBody = (
	{ name, instructions, question, schema }: ChatQuestion,
	model: string,
	{ temperature, tokens_out, structured }: LanguageModelLimits
) => ({
	model,
	messages: [
		{ role: 'system', content: instructions },
		{ role: 'user', content: question }
	],
	temperature,
	max_tokens: tokens_out,
	stream: false,
	...(structured && {
		response_format: { type: 'json_schema', json_schema: { name, strict: true, schema } }
	})
});

/** Milliseconds to wait before another attempt; null: there is no point in one. */
function pauseBefore({ status, headers }: Response): number | null {
	if (status !== 429 && status < 500) return null;
	const said = headers.get('retry-after');
	if (said === null) return USUAL_WAIT_MS;
	const seconds = Number(said);
	// A longer wait, or one until a day, is left to the next question.
	return said.trim() !== '' && seconds >= 0 && seconds * 1000 <= LONGEST_WAIT_MS
		? seconds * 1000
		: null;
}

async function toldBy(response: Response, asked: number, mostBytes: number): Promise<Told> {
	const { status, headers } = response;
	const fail = async (kind: FaultKind, says: string): Promise<never> => {
		await response.body?.cancel();
		throw new LanguageModelFault(kind, says);
	};
	if (status >= 300 && status < 400) return fail('redirects', 'redirects elsewhere');
	if (status === 429) return fail('busy', 'asks to be left alone for now (429)');
	if (status !== 200) return fail('status', `answered ${status}`);
	if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(headers.get('content-type') ?? '')) {
		return fail('not-json', 'answered something other than JSON');
	}
	const text = await boundedText(response, asked, mostBytes);
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		throw new LanguageModelFault('not-json', 'answered JSON that cannot be read', asked);
	}
	const answer = readChatAnswer(json);
	if ('fault' in answer) {
		throw new LanguageModelFault(answer.fault, SAYS[answer.fault], asked + tokensOf(text));
	}
	return {
		content: answer.content,
		tokens: answer.tokens ?? { in: asked, out: tokensOf(answer.content) }
	};
}

async function boundedText(response: Response, asked: number, most: number): Promise<string> {
	const parts: Uint8Array[] = [];
	let size = 0;
	for await (const part of response.body ?? []) {
		size += part.byteLength;
		// Leaving the loop ends the connection.
		if (size > most) {
			throw new LanguageModelFault('too-large', `answered more than ${most} bytes`, asked);
		}
		parts.push(part);
	}
	return Buffer.concat(parts).toString('utf8');
}

function codeOf(error: unknown): string {
	const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
	const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
	return /^[A-Z_]+$/.test(code) ? code : 'no connection';
}
