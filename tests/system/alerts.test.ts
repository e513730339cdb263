import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parser } from '@prometheus-io/lezer-promql';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { serverMetrics } from '#lib/server/http/metrics.ts';

interface Rule {
	alert: string;
	expr: string;
	annotations: { summary: string; do: string };
}
const MONITORING = join(import.meta.dirname, '../../deploy/monitoring');
const read = (name: string) => parse(readFileSync(join(MONITORING, name), 'utf8'));
const rules = (read('alerts.yml').groups as { rules: Rule[] }[]).flatMap(({ rules }) => rules);

/** Names of metrics in an expression; throws where it is no PromQL. */
function metricsIn(expr: string): string[] {
	const names: string[] = [];
	parser.parse(expr).iterate({
		enter: ({ type, from, to }) => {
			if (type.isError) throw new Error(`${expr}: not understood at ${from}`);
			if (type.name === 'Identifier') names.push(expr.slice(from, to));
		}
	});
	return names.filter((name) => name.includes('_') || name === 'up');
}

test('every alert is PromQL over figures that the server gives, and says what to do', async () => {
	const text = await serverMetrics({ generation: () => null, cache: () => null }).text();
	const given = new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name));
	expect(rules.length).toBeGreaterThan(6);
	for (const { expr, annotations } of rules) {
		const names = metricsIn(expr);
		expect(names.length, expr).toBeGreaterThan(0);
		for (const name of names) {
			expect([...given, 'up'], expr).toContain(name.replace(/_(bucket|count|sum)$/, ''));
		}
		expect(annotations.summary).toMatch(/\.$/);
		expect(annotations.do.length).toBeGreaterThan(20);
	}
});

test('a misspelt expression or figure would be found', () => {
	expect(() => metricsIn('sum(rate(a_total[5m])')).toThrow();
	expect(metricsIn('max(radar_edition_timestamp_second) > 1')).toEqual([
		'radar_edition_timestamp_second'
	]);
});

test('the rules’ own tests are of rules that exist, with their words', () => {
	const tests = read('alerts.test.yml').tests as {
		alert_rule_test: { alertname: string; exp_alerts: { exp_annotations: unknown }[] }[];
	}[];
	for (const { alertname, exp_alerts } of tests.flatMap((one) => one.alert_rule_test)) {
		const rule = rules.find(({ alert }) => alert === alertname) ?? expect.fail(alertname);
		for (const { exp_annotations } of exp_alerts) expect(exp_annotations).toEqual(rule.annotations);
	}
});

test('the page for the one who is called tells of each alert, and of no other', () => {
	const page = readFileSync(join(MONITORING, 'README.md'), 'utf8');
	const told = [...page.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name);
	expect(told).toEqual(rules.map(({ alert }) => alert));
});
