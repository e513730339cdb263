import type { GitHubClient } from '#lib/server/sources/github/client/client.ts';
import { GitHubFault, RateLimitPause } from '#lib/server/sources/github/client/fault.ts';

/** This machine's clock contradicts GitHub's. */
export class ClockWrong extends Error {
	override name = 'ClockWrong';
}

const DAY_MS = 86_400_000;

/**
 * GitHub's time, in milliseconds since 1970: it names the night. One request, which counts against no limit.
 * @throws {ClockWrong} when this machine is off by a day or more. @throws {GitHubFault} when GitHub cannot be asked.
 */
export async function githubTime(client: GitHubClient, now: () => number): Promise<number> {
	try {
		await client.get('/rate_limit');
	} catch (error) {
		// Also a refusal tells the time; servers without limits do not know the address.
		const answered =
			error instanceof RateLimitPause ||
			(error instanceof GitHubFault && ['not-found', 'forbidden'].includes(error.kind));
		if (!answered) throw error;
	}
	const [theirs, ours] = [client.serverNow(), now()];
	if (Math.abs(theirs - ours) < DAY_MS) return theirs;
	const day = (time: number) => new Date(time).toISOString().slice(0, 10);
	throw new ClockWrong(
		`This machine's clock says ${day(ours)}, GitHub's ${day(theirs)}. Nothing was crawled: set the clock right, then run the crawl again.`
	);
}
