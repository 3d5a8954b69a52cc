//! Tells the linker about Node, and cargo that the sources' hash is part of the build.

fn main() {
    println!("cargo:rerun-if-env-changed=CROSSOVER_SOURCES_HASH");
    napi_build::setup();
}
