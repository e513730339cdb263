import { expect, test, vi } from 'vitest';
import { AnswerCache } from './answer-cache.ts';
import type { MadeAnswer } from './final-answer.ts';

const made = (bytes: number, status = 200): MadeAnswer => ({
	status,
	headers: { 'content-type': 'text/html' },
	body: Buffer.alloc(bytes, 'a'),
	route: '/',
	asked: { url: '/', path: '/', headers: {} }
});

test('stays within its bytes, encodings included, and drops what was not asked for longest', async () => {
	const cache = new AnswerCache(100_000);
	for (let i = 0; i < 40; i++) {
		const answer = await cache.make(`/${i}`, 'html', async () => made(9000));
		await cache.encode(`/${i}`, answer, 'gzip');
		expect(cache.bytes).toBeLessThanOrEqual(100_000);
	}
	expect(cache.find('/0', 'html')).toBeNull();
	expect(cache.find('/39', 'html')).not.toBeNull();
});

test('what does not fit is made, and not kept', async () => {
	const cache = new AnswerCache(10_000);
	expect((await cache.make('/', 'html', async () => made(20_000))).made.body).toHaveLength(20_000);
	expect(cache.find('/', 'html')).toBeNull();
});

test('an address that cannot be made is tried again', async () => {
	const cache = new AnswerCache();
	const render = vi.fn().mockRejectedValueOnce(new Error('no')).mockResolvedValue(made(10));
	await expect(cache.make('/', 'html', render)).rejects.toThrow('no');
	expect((await cache.make('/', 'html', render)).made.status).toBe(200);
	expect(cache.making).toBe(0);
});

test('an error is kept apart for those that read pages and for those that read data', async () => {
	const cache = new AnswerCache();
	await cache.make('/nothing', 'text/html', async () => made(10, 404));
	expect(cache.find('/nothing', 'text/html')).not.toBeNull();
	expect(cache.find('/nothing', 'application/json')).toBeNull();
});

test('knows what is asked for most', async () => {
	const cache = new AnswerCache();
	for (const address of ['/a', '/b', '/c']) await cache.make(address, 'html', async () => made(10));
	for (const address of ['/b', '/b', '/c']) cache.find(address, 'html');
	expect(cache.commonest(2)).toEqual(['/b', '/c']);
});
