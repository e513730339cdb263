/** Runs something once the frame is shown that is due now. */
export function afterFrame(run: () => void): void {
	requestAnimationFrame(() => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = run;
		port2.postMessage(null);
	});
}
