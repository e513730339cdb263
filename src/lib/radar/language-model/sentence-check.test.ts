import { describe, expect, test } from 'vitest';
import { sentenceFault, type Evidence } from './sentence-check.ts';

const SETTINGS = { share: 0.5, mostWords: 30 };
const TEXT =
	'KServe 0.20.0 adds autoscaling on KEDA metrics, which cut cold starts from 90 to 12 seconds on 2,738 GPUs';
const evidence = (more: Partial<Evidence> = {}): Evidence => ({
	text: TEXT,
	around: '',
	known: '24 August 2026',
	source: '',
	...more
});
const fault = (sentence: string, more: Partial<Evidence> = {}) =>
	sentenceFault(sentence, evidence(more), SETTINGS);

describe('what the evidence bears holds', () => {
	test.each([
		'KServe now autoscales by KEDA metrics and cuts cold starts from 90 to 12 seconds.',
		'Version 0.20.0 adds KEDA metrics for autoscaling.',
		'Cold starts fell on 2738 GPUs.',
		'On 24 August 2026, KServe adds autoscaling.'
	])('%s', (sentence) => {
		expect(fault(sentence)).toBeNull();
	});
});

describe('what it does not bear is told by the check that it fails', () => {
	test.each([
		['figure', 'KServe cuts cold starts from 90 to 13 seconds.'],
		['figure', 'KServe 0.20 adds autoscaling on KEDA metrics.'],
		['figure', 'KServe halves cold starts: twice the autoscaling metrics.'],
		['figure', 'KServe adds three metrics for autoscaling.'],
		['name', 'KServe adds autoscaling on Prometheus metrics.'],
		['name', 'Prometheus adds autoscaling metrics to cold starts.'],
		['name', 'KServe adds autoscaling metrics for TPUs.'],
		['order', 'KServe cuts cold starts from 12 to 90 seconds.'],
		['order', 'KEDA adds autoscaling on KServe metrics.'],
		['negation', 'KServe does not add autoscaling on KEDA metrics.'],
		['negation', 'KServe adds autoscaling without KEDA metrics.'],
		['modal', 'KServe will add autoscaling on KEDA metrics.'],
		['modal', 'KServe might cut cold starts.'],
		['claim', 'KServe adds autoscaling on insecure KEDA metrics.'],
		['claim', 'KServe removes autoscaling on KEDA metrics.'],
		['words', 'KServe lets small teams bake fresh bread and metrics.'],
		['voice', 'KServe gives you autoscaling on KEDA metrics.'],
		['voice', 'Install KServe 0.20.0 for autoscaling.'],
		['voice', 'KServe adds seamless autoscaling on KEDA metrics.'],
		['form', 'KServe adds autoscaling. KEDA metrics cut cold starts.'],
		['form', 'KServe adds autoscaling on KEDA metrics'],
		['form', 'KServe adds **autoscaling** on KEDA metrics.'],
		['form', 'KServe adds autoscaling, see kserve.io for KEDA metrics.'],
		['form', 'KServe adds аutoscaling on KEDA metrics.'],
		['form', 'KServe adds\u200b autoscaling on KEDA metrics.']
	])('%s: %s', (wanted, sentence) => {
		expect(fault(sentence)).toBe(wanted);
	});
});

test('a run of eight words is copied; fewer are not', () => {
	const copied = 'KServe adds autoscaling on KEDA metrics, which cut cold starts from 90 seconds.';
	expect(fault(copied, { source: TEXT })).toBe('copied');
	expect(fault('KServe cut cold starts to 12 seconds.', { source: TEXT })).toBeNull();
});

test('a negation that the evidence has is kept', () => {
	const text = 'KServe 0.20.0 no longer supports Knative 1.10 in serverless mode';
	expect(fault('KServe 0.20.0 supports Knative 1.10 in serverless mode.', { text })).toBe(
		'negation'
	);
	expect(fault('KServe 0.20.0 no longer supports Knative 1.10.', { text })).toBeNull();
});
