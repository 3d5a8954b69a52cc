// AssemblyScript's number types, so that `params.ts` means the same in TypeScript.
type u8 = number;
type i32 = number;
type u32 = number;
type f64 = number;
type StaticArray<T> = readonly T[];
