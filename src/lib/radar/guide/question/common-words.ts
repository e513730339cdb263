/**
 * Words of everyday English that the guide's use cases use too. That a question holds one of them does not show that it
 * is about the guide's matters: `train`, of dogs; `team`, of football.
 */
export const COMMON_WORDS: readonly string[] = (
	'access act adapt address against animal answer arm art ask assess attach autumn back balance ' +
	'bank base become begin behaviour behind best big bill billion block blue book borrow branch ' +
	'break build built burst buy call camera capacity car care case cat catalogue cause central chain ' +
	'challenge champion change charge cheap cheapest check city claim class classic clean climate ' +
	'code cold come commerce company compare complete connect consist contain content contract ' +
	'correct cost country course court crash crew custom dance day decide deep defect demand depart ' +
	'depend desk detect device dispose divide doctor document dog donate door down draw drive driver ' +
	'drone drug easy effort email employee end energy enforce english environment error everything ' +
	'evidence example excel exchange expensive expert explain explore face fair faith family far farm ' +
	'fast fault feed field fight file fill film filter first fix flight floor follow football ' +
	'footprint forecast forest form foundation fraction framework french fresh function game gang gap ' +
	'german give global graph green ground group guide hand harm health help hire history hobby ' +
	'holiday home hotel hour house human hundred hurry image impact index instruct instruction ' +
	'insurance interactive internet issue item itself jail java javascript job join judge keep ' +
	'kitchen know label lake language laptop large law lead leak learn leave legal letter library ' +
	'licence lie limit link list live load local lock log long lookup low machine mail maintain ' +
	'manage manual map mask material mean message million minute mobile money month movie music near ' +
	'neighbour never news night node none notice notion number object offer office offline oil old ' +
	'online order other output owner page paper parallel part participate pass passage patch people ' +
	'perform period person phi phone photo physics picture place plan plant play player point police ' +
	'pool post power predict prefer prepare president price priority privacy private process product ' +
	'program promote prompt property prove provide public pull python quality question radio rank ' +
	'rate reach read real reason recommend recommendation record red reduce reflect relate release ' +
	'relevant remote repeat replace report request require research reserve resource response rest ' +
	'restart result resume reward right ring risk role roll router rule run safe sale save scale ' +
	'schedule school science scientist score search second secret see sell send service session set ' +
	'sever share shell ship shop short sign similar single site slack sleep slow small song source ' +
	'space special speech spend split sport sports spot spread spring stage start statistics stay ' +
	'steady step stop store stream structure student style summer supply support survive switch table ' +
	'tablet tag talk task taught teach team television term test text theme thousand ticket time ' +
	'together tone topic total trace track tractor traffic train translate travel tree truck trust ' +
	'tune type under understand university update user valid value vehicle vendor version video ' +
	'virtual voice volume volunteer wait warehouse waste watch weather web week weekend weight ' +
	'welcome wiki winter word work worse write wrong zero'
).split(' ');
