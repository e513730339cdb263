import { onMount } from 'svelte';

type Field = HTMLInputElement | HTMLSelectElement;

const isChanged = (field: Field): boolean =>
	field instanceof HTMLSelectElement
		? [...field.options].some(({ selected, defaultSelected }) => selected !== defaultSelected)
		: field.checked !== field.defaultChecked || field.value !== field.defaultValue;

/** Hydration erases earlier input. Call during setup. */
export function takeOverEarlyInput(): void {
	if (import.meta.env.SSR) return;
	const early = [...document.querySelectorAll<Field>('main :is(input, select)')]
		.filter(isChanged)
		.map((field) => ({ field, value: field.value, checked: 'checked' in field && field.checked }));
	onMount(() => {
		for (const { field, value, checked } of early) {
			if (!field.isConnected) continue;
			if (field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type))
				field.checked = checked;
			else field.value = value;
			for (const type of ['input', 'change'])
				field.dispatchEvent(new Event(type, { bubbles: true }));
		}
	});
}
