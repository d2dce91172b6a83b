/**
 * Loaded before anything else in a process of a fault test: its clock starts where `TAGIH_TEST_NOW` says and can be set.
 * Only what reads the time is moved; timers run as ever.
 */
const Native = Date;
let ahead = Native.parse(process.env.TAGIH_TEST_NOW ?? '') - Native.now();
const now = (): number => Native.now() + ahead;

globalThis.Date = new Proxy(Native, {
  construct: (target, args: [], made) => Reflect.construct(target, args.length === 0 ? [now()] : args, made),
  apply: () => new Native(now()).toString(),
  get: (target, name, self) => (name === 'now' ? now : Reflect.get(target, name, self)),
});

/** Sets this process's clock. */
export function setClock(at: number): void {
  ahead = at - Native.now();
}
