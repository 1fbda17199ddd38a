//! Apart from the library, so that neither links the other's dependencies.

fn main() {
    uniffi::uniffi_bindgen_main();
}
