// The same module as for CommonJS, so that every class exists once in a process.
export * from "./index.js";
