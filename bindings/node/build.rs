//! Links against nothing: Node resolves its own symbols when it loads the module.

fn main() {
    napi_build::setup();
}
