// Bindings as pusher-js keeps them: by name and for all, each removed exactly.

export type EmitterCallback = (data?: unknown, metadata?: { readonly user_id?: string }) => void;

export interface Emitter {
  bind(event: string, callback: EmitterCallback): void;
  unbind(event: string, callback: EmitterCallback): void;
  bind_global(callback: (event: string, data: unknown) => void): void;
  unbind_global(callback: (event: string, data: unknown) => void): void;
  /** Calls the bindings for all events first, then those by name, also those made meanwhile. */
  emit(event: string, data?: unknown, metadata?: { readonly user_id?: string }): void;
  /** Bindings that are there now. */
  readonly bindings: number;
}

export function createEmitter(): Emitter {
  const named: { readonly event: string; readonly callback: EmitterCallback }[] = [];
  const global: ((event: string, data: unknown) => void)[] = [];
  return {
    bind: (event, callback) => void named.push({ event, callback }),
    unbind(event, callback) {
      const at = named.findIndex((one) => one.event === event && one.callback === callback);
      if (at >= 0) named.splice(at, 1);
    },
    bind_global: (callback) => void global.push(callback),
    unbind_global(callback) {
      const at = global.indexOf(callback);
      if (at >= 0) global.splice(at, 1);
    },
    emit(event, data, metadata = {}) {
      for (const callback of [...global]) callback(event, data);
      for (const one of named.filter((binding) => binding.event === event)) {
        one.callback(data, metadata);
      }
    },
    get bindings() {
      return named.length + global.length;
    },
  };
}
