import { readFileSync } from 'node:fs';

/** Where a language model is, and how it is called. */
export interface LanguageModelPlace {
	/** Of an OpenAI-compatible server, without a slash at its end: `https://host/v1`. */
	url: string;
	/** Shown to readers: its host and port. */
	host: string;
	model: string;
	/** Goes into one header, and nowhere else. */
	key: string | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Wrong settings in the environment, one a line. */
export class LanguageModelSettingsError extends Error {
	override name = 'LanguageModelSettingsError';
}

const MODEL_NAME = /^[\p{L}\p{N}][\p{L}\p{N}._:/@+-]{0,199}$/u;

/**
 * The model of `RADAR_LLM_URL` and `RADAR_LLM_MODEL`, with the key of `RADAR_LLM_KEY` or `RADAR_LLM_KEY_FILE`; null where
 * none of them is set.
 * @throws {LanguageModelSettingsError} naming each variable that is wrong; never its value where that can hold a key.
 */
export function languageModelPlace(env: Environment): LanguageModelPlace | null {
	const { RADAR_LLM_URL: url, RADAR_LLM_MODEL: model } = env;
	const { RADAR_LLM_KEY: key, RADAR_LLM_KEY_FILE: file } = env;
	if (!url && !model && !key && !file) return null;
	const faults: string[] = [];
	const address = url && URL.canParse(url) ? new URL(url) : null;
	if (!url)
		faults.push('RADAR_LLM_URL is missing: name the server, such as http://127.0.0.1:8000/v1.');
	else if (address === null || !/^https?:$/.test(address.protocol)) {
		faults.push('RADAR_LLM_URL is no http or https address, such as http://127.0.0.1:8000/v1.');
	} else if (address.username !== '' || address.password !== '') {
		faults.push('RADAR_LLM_URL holds a user or password: use RADAR_LLM_KEY or RADAR_LLM_KEY_FILE.');
	} else if (address.search !== '' || address.hash !== '') {
		faults.push('RADAR_LLM_URL holds "?" or "#": name the address before /chat/completions.');
	}
	if (!model) faults.push('RADAR_LLM_MODEL is missing: name the model as its server does.');
	else if (!MODEL_NAME.test(model)) faults.push('RADAR_LLM_MODEL is no name of a model.');
	if (key && file) faults.push('RADAR_LLM_KEY and RADAR_LLM_KEY_FILE are both set: keep one.');
	const secret = key || (file ? keyIn(file, faults) : null);
	if (secret && /[^\x21-\x7e]/.test(secret)) {
		faults.push(
			`${file ? 'RADAR_LLM_KEY_FILE' : 'RADAR_LLM_KEY'} holds letters that a key cannot have.`
		);
	}
	if (faults.length > 0 || address === null || !model) {
		throw new LanguageModelSettingsError(faults.join('\n'));
	}
	return {
		url: `${address.origin}${address.pathname.replace(/\/+$/, '')}`,
		host: address.host,
		model,
		key: secret || null
	};
}

function keyIn(file: string, faults: string[]): string | null {
	try {
		const key = readFileSync(file, 'utf8').trim();
		if (key === '') faults.push(`RADAR_LLM_KEY_FILE: ${file} is empty.`);
		return key;
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
		faults.push(`RADAR_LLM_KEY_FILE: ${file} cannot be read (${code}).`);
		return null;
	}
}
